/** The outbox: each letter goes out once, is put off and refused in the server's words, and reminders keep quiet hours. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { isQuiet, minutesUntilNextTry, mostTries } from "~/platform/mail/mail";
import { type NewMail, postMail, withdrawMail } from "~/platform/mail/post.server";
import { sendWaitingMail } from "~/platform/mail/send.server";
import { startMailServer } from "./mail-server";

let server: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());

beforeEach(async () => {
  await db.mail.deleteMany();
  server.letters.length = 0;
  server.answers(() => "take");
  env.MAIL_URL = server.url;
  env.MAIL_FROM = "Ban Tuyên giáo <bcv@example.org>";
});

const letter = (values: Partial<NewMail> = {}): NewMail => ({
  ...{ kind: "test", subjectId: "1", unitId: null, userId: randomUUID(), address: "an@example.org" },
  ...{ title: "Tài liệu mới", body: "Mời đồng chí đọc." },
  ...values,
});
const reminder = (values: Partial<NewMail> = {}) => letter({ isReminder: true, ...values });
const states = async () =>
  (await db.mail.findMany({ orderBy: { address: "asc" } })).map(({ state }) => state);
const makeDue = () => db.mail.updateMany({ data: { notBefore: new Date() } });

/** 10 o'clock in Viet Nam; letters of tests are written by the database's own clock. */
const at = async (moment: string, work: () => Promise<unknown>) => {
  await db.mail.updateMany({ data: { notBefore: new Date(moment) } });
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
  await work().finally(() => vi.useRealTimers());
};
const morning = (day: string) => `${day}T03:00:00Z`;

test("makes one letter for each person, kind and subject, and none where no server is set", async () => {
  const one = letter();
  expect(await postMail(db, [one, letter()])).toBe(2);
  expect(await postMail(db, [one])).toBe(0);
  env.MAIL_URL = undefined;
  expect(await postMail(db, [letter()])).toBe(0);
  expect(await sendWaitingMail()).toEqual({ sent: 0, notSent: 0, unsure: 0 });
  expect(await states()).toEqual(["waiting", "waiting"]);
});

test("sends what waits, once, with Vietnamese in the title and the name of the sender", async () => {
  await postMail(db, [letter(), letter({ address: "binh@example.org" })]);
  expect(await sendWaitingMail()).toEqual({ sent: 2, notSent: 0, unsure: 0 });
  expect(await sendWaitingMail()).toEqual({ sent: 0, notSent: 0, unsure: 0 });
  expect(server.letters.map(({ to }) => to).sort()).toEqual(["an@example.org", "binh@example.org"]);
  const [{ raw = "" } = {}] = server.letters;
  expect(raw).toContain(`Subject: =?UTF-8?Q?T=C3=A0i_li=E1=BB=87u_m=E1=BB=9Bi?=`);
  expect(raw).toContain("<bcv@example.org>");
  expect(raw).toContain("Auto-Submitted: auto-generated");
  expect(await states()).toEqual(["sent", "sent"]);
});

test("a letter without an end to its title cannot add lines to its head", async () => {
  await postMail(db, [letter({ title: "Một\r\nBcc: ai@example.org" })]);
  await sendWaitingMail();
  expect(server.letters.map(({ to }) => to)).toEqual(["an@example.org"]);
  expect(server.letters[0]?.raw).not.toMatch(/^Bcc:/m);
});

test("tries again later what the server puts off, and gives up in its words", async () => {
  server.answers(() => ({ code: 451, says: "Greylisted" }));
  await postMail(db, [letter()]);
  const before = Date.now();
  await sendWaitingMail();
  const [first] = await db.mail.findMany();
  expect(first).toMatchObject({ state: "waiting", tries: 1, problem: "451 Greylisted" });
  expect(first?.notBefore.getTime()).toBeGreaterThan(before + 4.9 * 60_000);
  expect(await sendWaitingMail()).toMatchObject({ notSent: 0 });
  for (let tries = 2; tries <= mostTries; tries += 1) {
    await makeDue();
    await sendWaitingMail();
  }
  expect(await db.mail.findMany()).toMatchObject([{ state: "failed", tries: mostTries }]);
  expect([1, 2, 3, 20].map(minutesUntilNextTry)).toEqual([5, 10, 20, 720]);
});

test("does not try again what the server refuses for good, and sends the others", async () => {
  server.answers((to) => (to.startsWith("an") ? { code: 550, says: "No such person" } : "take"));
  await postMail(db, [letter(), letter({ address: "binh@example.org" }), letter({ address: "không" })]);
  expect(await sendWaitingMail()).toEqual({ sent: 1, notSent: 2, unsure: 0 });
  expect(await states()).toEqual(["failed", "sent", "failed"]);
  expect(await db.mail.findFirst({ where: { address: "an@example.org" } })).toMatchObject({
    problem: "550 No such person",
    sentAt: null,
  });
});

test("waits while the server is away or does not know us, without counting it against a letter", async () => {
  const strict = await startMailServer({ user: "bcv" });
  await postMail(db, [letter()]);
  for (const url of ["smtp://127.0.0.1:1", `smtp://nobody:x@127.0.0.1:${strict.port}`]) {
    env.MAIL_URL = url;
    await makeDue();
    expect(await sendWaitingMail()).toMatchObject({ sent: 0, notSent: 1 });
    expect(await db.mail.findMany()).toMatchObject([{ state: "waiting", tries: 0 }]);
  }
  env.MAIL_URL = `smtp://bcv:x@127.0.0.1:${strict.port}`;
  await makeDue();
  expect(await sendWaitingMail()).toMatchObject({ sent: 1 });
  await strict.stop();
});

test("a process killed between sending and writing sends nothing twice", async () => {
  await postMail(
    db,
    Array.from({ length: 12 }, (_, number) => letter({ address: `so-${number}@example.org` })),
  );
  server.answers(() => (server.letters.length < 6 ? "take" : "silence"));
  const child = spawn(process.execPath, ["--import", "tsx", "tests/platform/mail-sender.ts"], {
    env: { ...process.env, MAIL_URL: server.url, MAIL_FROM: env.MAIL_FROM },
    stdio: "inherit",
  });
  while (server.letters.length < 8) await server.hears();
  child.kill("SIGKILL");
  await once(child, "exit");
  server.answers(() => "take");
  const first = await sendWaitingMail();
  expect(first.unsure).toBeGreaterThan(0);
  const ends = await states();
  expect(ends.filter((state) => state === "unsure")).toHaveLength(first.unsure);
  expect(ends.filter((state) => state === "sent")).toHaveLength(12 - first.unsure);
  const addressed = server.letters.map(({ to }) => to);
  expect(new Set(addressed).size).toBe(addressed.length);
  expect(await sendWaitingMail()).toEqual({ sent: 0, notSent: 0, unsure: 0 });
}, 30_000);

test("two who send at once send each letter once", async () => {
  await postMail(
    db,
    Array.from({ length: 40 }, (_, number) => letter({ address: `so-${number}@example.org` })),
  );
  // One begins before the other has taken anything up, as the job's own rule makes sure.
  const [one, other] = await Promise.all([sendWaitingMail(), sendWaitingMail()]);
  expect(one.sent + other.sent).toBe(40);
  expect(new Set(server.letters.map(({ to }) => to)).size).toBe(40);
  expect(server.letters).toHaveLength(40);
});

test("a person's reminders of a day are one letter, and the next day's another", async () => {
  const person = { userId: randomUUID() };
  await postMail(db, [
    reminder({ ...person, subjectId: "a", title: "Nhắc đọc: A" }),
    reminder({ ...person, subjectId: "b", title: "Nhắc đọc: B" }),
    reminder({ address: "binh@example.org" }),
  ]);
  await at(morning("2026-11-23"), sendWaitingMail);
  expect(server.letters).toHaveLength(2);
  expect(await states()).toEqual(["sent", "sent", "sent"]);
  const bundle = server.letters.find(({ to }) => to === "an@example.org")?.raw ?? "";
  expect(bundle.match(/^Message-ID:/gm)).toHaveLength(1);
  await postMail(db, [reminder({ ...person, subjectId: "c" }), letter({ ...person, subjectId: "now" })]);
  await at("2026-11-23T04:00:00Z", sendWaitingMail);
  expect(server.letters).toHaveLength(3);
  expect(await db.mail.findFirst({ where: { subjectId: "c" } })).toMatchObject({ state: "waiting" });
  await at(morning("2026-11-24"), sendWaitingMail);
  expect(server.letters).toHaveLength(4);
});

test("nobody is reminded between nine in the evening and seven in the morning; other letters go", async () => {
  await postMail(db, [reminder(), letter({ address: "binh@example.org" })]);
  await at("2026-11-23T15:30:00Z", sendWaitingMail);
  expect(server.letters.map(({ to }) => to)).toEqual(["binh@example.org"]);
  await at("2026-11-24T00:00:00Z", sendWaitingMail);
  expect(server.letters).toHaveLength(2);
  const hours = ["13:59", "14:00", "23:59", "00:00"].map((time) => isQuiet(new Date(`2026-11-23T${time}Z`)));
  expect(hours).toEqual([false, true, true, false]);
});

test("what still waits is withdrawn when its subject is done; what went stays", async () => {
  const person = { userId: randomUUID() };
  await postMail(db, [letter({ ...person, subjectId: "v1/1" })]);
  await sendWaitingMail();
  await postMail(db, [
    letter({ ...person, subjectId: "v1/2" }),
    letter({ ...person, subjectId: "v2/1" }),
    letter({ subjectId: "v1/2" }),
  ]);
  await withdrawMail(db, { kind: "test", subjectId: "v1/", userId: person.userId });
  const left = await db.mail.findMany({ where: person, orderBy: { subjectId: "asc" } });
  expect(left.map(({ subjectId, state }) => [subjectId, state])).toEqual([
    ["v1/1", "sent"],
    ["v1/2", "discarded"],
    ["v2/1", "waiting"],
  ]);
  expect(await db.mail.count({ where: { state: "waiting" } })).toBe(2);
});
