/** The outbox as officers see it: only letters of their units; thrown away while they wait, sent again where they failed. */
import { beforeEach, expect, test } from "vitest";
import { listFailedMail } from "~/accounts/outbox/failed-mail.server";
import { changeMails, findMail, readOutbox } from "~/accounts/outbox/outbox.server";
import { type OutboxQuery, readOutboxQuery } from "~/accounts/outbox/outbox-query";
import { words } from "~/accounts/outbox/words";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import type { MailState } from "~/platform/mail/mail";
import { action as discarding } from "~/routes/outbox.discarding";
import { action as resending } from "~/routes/outbox.resending";
import { makeActor, makeUnit, makeUser, type UnitLike } from "../factories";
import { answerOf, post } from "../requests";

let unit: UnitLike;
let ward: UnitLike;
let officer: Actor;

beforeEach(async () => {
  await db.mail.deleteMany();
  // Another root: on the only one, an officer reaches everything.
  await makeUnit();
  unit = await makeUnit();
  ward = await makeUnit({ parent: unit });
  officer = await makeActor({ unit, permission: "outbox.view" });
});

async function makeMail(state: MailState = "waiting", values: { name?: string; unit?: UnitLike } = {}) {
  const { id: userId } = await makeUser({ name: values.name ?? "Nguyễn Văn An" });
  const about = { kind: "test", subjectId: crypto.randomUUID(), unitId: (values.unit ?? ward).id, userId };
  return db.mail.create({
    data: { ...about, state, address: "an@example.org", title: "Tài liệu mới", body: "Mời đọc." },
  });
}

const asked = (search = ""): OutboxQuery => readOutboxQuery(new URL(`http://localhost/outbox${search}`));
const stateOf = async ({ id }: { id: string }) => (await db.mail.findUniqueOrThrow({ where: { id } })).state;

test("lists the letters of one's units, by state and by what is searched", async () => {
  await makeMail("waiting", { name: "Trần Thị Bình" });
  await makeMail("failed");
  await makeMail("sent", { unit: await makeUnit() });
  const { total, counts, mails, isSet } = await readOutbox(officer, asked());
  expect([total, mails.length, counts.waiting, counts.failed, counts.sent]).toEqual([2, 2, 1, 1, 0]);
  expect(isSet).toBe(env.MAIL_URL !== undefined);
  expect((await readOutbox(officer, asked("?q=thi+binh"))).mails).toHaveLength(1);
  expect((await readOutbox(officer, asked("?q=tai+lieu&state=failed"))).total).toBe(1);
  expect((await readOutbox(officer, asked("?q=%25"))).total).toBe(0);
});

test("a letter of another unit is nowhere", async () => {
  const mail = await makeMail();
  const stranger = await makeActor({ role: "commune_officer", permission: "outbox.manage" });
  expect(await findMail(stranger, mail.id)).toBeNull();
  await expect(changeMails(stranger, "discard", { id: mail.id })).rejects.toThrow(words.vi.errors.noneWaits);
  expect(await stateOf(mail)).toBe("waiting");
  expect(await findMail(officer, mail.id)).toMatchObject({ body: "Mời đọc.", state: "waiting" });
});

test("what waits is thrown away once; what went stays", async () => {
  const [waiting, sent] = [await makeMail(), await makeMail("sent")];
  expect(await changeMails(officer, "discard", { id: waiting.id })).toBe(1);
  await expect(changeMails(officer, "discard", { id: waiting.id })).rejects.toThrow(
    words.vi.errors.noneWaits,
  );
  await expect(changeMails(officer, "discard", { id: sent.id })).rejects.toThrow(words.vi.errors.noneWaits);
  expect(await db.auditLine.findMany({ where: { subjectId: waiting.id } })).toMatchObject([
    { action: "mail.discarded", after: { mails: 1 } },
  ]);
});

test("all that failed are sent again, but what may have gone only where that was chosen", async () => {
  const [failed, unsure] = [await makeMail("failed"), await makeMail("unsure")];
  expect(await changeMails(officer, "resend", { query: asked(), expected: 2 })).toBe(1);
  expect([await stateOf(failed), await stateOf(unsure)]).toEqual(["waiting", "unsure"]);
  expect(await changeMails(officer, "resend", { query: asked("?state=unsure"), expected: 1 })).toBe(1);
  expect(await stateOf(unsure)).toBe("waiting");
});

test("sent again, a letter goes to the address of today; the first page counts what could not go", async () => {
  const failed = await makeMail("failed");
  await makeMail("failed", { unit: await makeUnit() });
  await makeMail("sent");
  expect(await listFailedMail(officer, "en")).toEqual([
    { label: words.en.failed("1"), to: "/outbox?state=failed" },
  ]);
  await db.user.update({ where: { id: failed.userId }, data: { email: "an.moi@example.org" } });
  await changeMails(officer, "resend", { id: failed.id });
  expect(await db.mail.findUnique({ where: { id: failed.id } })).toMatchObject({
    ...{ state: "waiting", address: "an.moi@example.org" },
  });
  expect(await listFailedMail(officer, "en")).toEqual([]);
});

test("no more is done than the page said", async () => {
  await makeMail();
  const second = await makeMail();
  await expect(
    changeMails(officer, "discard", { query: asked("?state=waiting"), expected: 1 }),
  ).rejects.toThrow(words.vi.errors.listGrew);
  expect(await stateOf(second)).toBe("waiting");
});

test("the commands lead back, and an auditor may only look", async () => {
  const mail = await makeMail("failed");
  const send = (who: Actor, handler: typeof resending, json: object, path = "/outbox/resending") =>
    answerOf(() => handler({ request: post(path, json, who), params: {}, context: {} } as never));
  const one = await send(officer, resending, { mailId: mail.id });
  expect(one.headers.get("Location")).toBe(`/outbox/${mail.id}`);
  const all = await send(officer, discarding, { expected: "1" }, "/outbox/discarding?state=waiting");
  expect(all.headers.get("Location")).toBe("/outbox?state=waiting");
  const auditor = await makeActor({ role: "auditor", unit });
  expect((await send(auditor, resending, { mailId: mail.id })).status).toBe(403);
});
