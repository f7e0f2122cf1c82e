/** Reminders reach exactly who has not acknowledged, once a day; escalation each head once, with the own people. */
import { beforeEach, expect, test } from "vitest";
import { requireActor } from "~/accounts/index.server";
import { withdrawTold } from "~/materials/audience/telling.server";
import {
  type Addressed,
  findAddressed,
  type Version,
  versionOf,
} from "~/materials/receipts/addressed.server";
import { chooseEscalation, escalate, escalateLateJob } from "~/materials/receipts/escalation.server";
import { readReadersQuery } from "~/materials/receipts/reader";
import { acknowledge, recordReading } from "~/materials/receipts/receipts.server";
import { remindReaders } from "~/materials/receipts/reminders.server";
import { publishedKind } from "~/materials/receipts/told.server";
import { words } from "~/materials/receipts/words";
import type { Actor } from "~/platform/actor";
import { dayToColumn } from "~/platform/clock";
import { db, transaction } from "~/platform/db.server";
import { env } from "~/platform/env";
import type { Run } from "~/platform/jobs.server";
import { listNotices, notify } from "~/platform/notices.server";
import { cookies, makeActor, makeUnit, makeUser, signInAs } from "../../factories";
import { makePublished, makeReader } from "./made";

beforeEach(() => {
  env.MAIL_URL = "smtp://127.0.0.1:1";
  env.MAIL_FROM = "bcv@example.org";
});

async function makeFive() {
  const unit = await makeUnit({ level: "province" });
  const ward = await makeUnit({ parent: unit });
  const people = await Promise.all(
    ["An", "Bình", "Chi", "Dũng"].map((name, at) =>
      makeReader({ unit: ward, fullName: `Nguyễn ${name}`, ...(at === 0 && { email: "an@example.org" }) }),
    ),
  );
  await makeReader({ unit: ward, fullName: "Nguyễn Em", account: false });
  const material = await makePublished({ unit });
  const officer = await makeActor({ unit, permission: "materials.remind" });
  return { unit, ward, people, material, officer };
}

async function remind(actor: Actor, materialId: string, press = {}, search = "") {
  const material = (await findAddressed(actor, materialId)) as Addressed;
  const query = readReadersQuery(new URL(`http://localhost/${search}`));
  const version = versionOf(material, query.version) as Version;
  return remindReaders(actor, material, version, query, { expected: 100, again: false, ...press });
}

const noticesOf = async (userId: string) =>
  (await listNotices({ userId, language: "vi" })).map(({ text, path }) => [text, path]);
const actorFor = async (userId: string) => {
  await signInAs({ id: userId });
  return requireActor(new Request("http://localhost/", { headers: { Cookie: cookies.get(userId) ?? "" } }));
};

test("tells who has not acknowledged and nobody else, in the app and by e-mail", async () => {
  const { people, material, officer } = await makeFive();
  const [an, binh, chi] = people;
  await acknowledge(await actorFor(binh?.userId ?? ""), material.version.id);
  expect(await remind(officer, material.id)).toEqual({ told: 3, mailed: 1, silent: 1 });
  expect(await noticesOf(binh?.userId ?? "")).toEqual([]);
  expect(await noticesOf(chi?.userId ?? "")).toEqual([
    [words.vi.notices.reminder(material.title, "20/12/2026"), `/library/${material.id}`],
  ]);
  const letters = await db.mail.findMany({ where: { userId: an?.userId } });
  expect(letters).toMatchObject([{ address: "an@example.org", isReminder: true, unitId: material.unitId }]);
  expect(letters[0]?.body).toContain(`/library/${material.id}`);
  expect(
    await db.auditLine.findFirst({ where: { subjectId: material.id, action: "material.reminded" } }),
  ).toMatchObject({ after: { version: 1, people: 3 } });
});

test("reminds only those that the filters show", async () => {
  const { people, material, officer } = await makeFive();
  expect(await remind(officer, material.id, {}, "?q=chi")).toMatchObject({ told: 1 });
  expect(await Promise.all(people.map(({ userId }) => noticesOf(userId)))).toEqual([
    [],
    [],
    [expect.anything()],
    [],
  ]);
});

test("nobody is reminded twice within a day unless that is asked for", async () => {
  const { material, officer } = await makeFive();
  await remind(officer, material.id);
  await expect(remind(officer, material.id)).rejects.toThrow(words.vi.errors.nobodyToRemind);
  expect(await remind(officer, material.id, { again: true })).toMatchObject({ told: 4, mailed: 1 });
  expect(await db.mail.count()).toBeGreaterThan(1);
  const dayAgo = new Date(Date.now() - 25 * 3_600_000);
  await db.materialReceipt.updateMany({
    where: { versionId: material.version.id },
    data: { remindedAt: dayAgo },
  });
  expect(await remind(officer, material.id)).toMatchObject({ told: 4 });
});

test("two who press at once tell each person once", async () => {
  const { material, officer } = await makeFive();
  const told = await Promise.allSettled([remind(officer, material.id), remind(officer, material.id)]);
  expect(told.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.auditLine.count({ where: { subjectId: material.id } })).toBe(1);
});

test("tells nobody when the list holds more than the page said", async () => {
  const { material, officer } = await makeFive();
  await expect(remind(officer, material.id, { expected: 3 })).rejects.toThrow(words.vi.errors.listGrew(4));
  expect(await db.materialReceipt.count({ where: { versionId: material.version.id } })).toBe(0);
});

test("a commune's officer reminds only the own people", async () => {
  const { unit, material, people } = await makeFive();
  const village = await makeUnit({ parent: unit });
  const other = await makeReader({ unit: village });
  const officer = await makeActor({ role: "commune_officer", unit: village, permission: "materials.remind" });
  expect(await remind(officer, material.id)).toMatchObject({ told: 1 });
  expect(await noticesOf(other.userId)).toHaveLength(1);
  expect(await noticesOf(people[0]?.userId ?? "")).toEqual([]);
});

test("acknowledging takes the reminder back, in the app and from the outbox", async () => {
  const { people, material, officer } = await makeFive();
  const userId = people[0]?.userId ?? "";
  await remind(officer, material.id);
  await acknowledge(await actorFor(userId), material.version.id);
  expect(await noticesOf(userId)).toEqual([]);
  expect(await db.mail.findMany({ where: { userId } })).toMatchObject([{ state: "discarded" }]);
});

test("what was asked about a version goes with it: reminders, letters, and what heads were told", async () => {
  const { ward, people, material, officer } = await makeFive();
  const head = await makeUser({ grants: [{ role: "commune_leader", unit: ward }] });
  await remind(officer, material.id);
  await escalate(officer, material.version.id, []);
  await transaction(undefined, (tx) => withdrawTold(tx, material.id));
  for (const userId of [head.id, people[0]?.userId ?? ""]) expect(await noticesOf(userId)).toEqual([]);
  const letters = await db.mail.findMany({ where: { subjectId: { startsWith: material.version.id } } });
  expect(letters.map(({ state }) => state)).toEqual(["discarded"]);
});

test("reading, or acknowledging, counts the first notice as read", async () => {
  const { people, material } = await makeFive();
  const userIds = people.map(({ userId }) => userId);
  const about = { kind: publishedKind, subjectId: material.version.id };
  await notify(db, { ...about, userIds, phrase: { vi: "Mới", en: "New" }, path: "/" });
  await acknowledge(await actorFor(userIds[0] ?? ""), material.version.id);
  await recordReading(await actorFor(userIds[1] ?? ""), { fileId: material.file.id, how: "opened" });
  const read = await db.notice.findMany({ where: { ...about, readAt: { not: null } } });
  expect(read.map(({ userId }) => userId).sort()).toEqual(userIds.slice(0, 2).sort());
});

test("a version that asks for nothing, or is not out, reminds of nothing", async () => {
  const { unit, officer, material } = await makeFive();
  const quiet = await makePublished({ unit, acknowledgeBy: null });
  await expect(remind(officer, quiet.id)).rejects.toThrow(words.vi.errors.notAsked);
  await db.material.update({ where: { id: material.id }, data: { state: "withdrawn" } });
  await expect(remind(officer, material.id)).rejects.toThrow(words.vi.errors.notOut);
});

test("each head nearest to a unit hears once of the own people, and who has none is counted", async () => {
  const { unit, ward, people, material, officer } = await makeFive();
  const village = await makeUnit({ parent: unit });
  await makeReader({ unit: village, fullName: "Lò Gấm" });
  const head = await makeUser({ grants: [{ role: "commune_leader", unit: ward }] });
  const other = await makeUser({ grants: [{ role: "commune_officer", unit: village }] });
  await acknowledge(await actorFor(people[0]?.userId ?? ""), material.version.id);
  expect(await escalate(officer, material.version.id, [])).toEqual({ leaders: 1, people: 4, headless: 1 });
  const said = words.vi.notices.escalated(4, material.title, "20/12/2026");
  expect(await noticesOf(head.id)).toEqual([[said, `/materials/${material.id}/people`]]);
  expect(await noticesOf(other.id)).toEqual([]);
  const department = await makeUser({ grants: [{ role: "department_leader", unit }] });
  expect(await escalate(officer, material.version.id, [])).toEqual({ leaders: 2, people: 5, headless: 0 });
  expect(await noticesOf(head.id)).toHaveLength(1);
  expect(await noticesOf(department.id)).toHaveLength(1);
  expect(await escalate(officer, material.version.id, [village.id])).toMatchObject({ leaders: 1, people: 1 });
});

test("only who keeps the material escalates; nobody left, nobody told", async () => {
  const { ward, material, officer } = await makeFive();
  const stranger = await makeActor({ unit: ward, permission: "materials.remind" });
  expect(await escalate(stranger, material.version.id, [])).toBeNull();
  await expect(escalate(officer, material.version.id, [])).rejects.toThrow(words.vi.errors.noHeads);
});

test("once the last day is past, heads are told by themselves, once, where publishing said so", async () => {
  const { ward, material, officer } = await makeFive();
  const head = await makeUser({ grants: [{ role: "commune_leader", unit: ward }] });
  const run = { checkCancelled: async () => {} } as Run;
  // Somebody told them by hand before the last day was over.
  const late = { acknowledgeBy: dayToColumn("2026-11-01"), escalatedAt: new Date("2026-11-01T16:59:00Z") };
  await db.materialVersion.update({ where: { id: material.version.id }, data: late });
  expect(await escalateLateJob.work({}, run)).toEqual({ escalated: 0 });
  expect(await chooseEscalation(officer, material.version.id, true)).toBe(true);
  expect(await escalateLateJob.work({}, run)).toEqual({ escalated: 1 });
  expect(await escalateLateJob.work({}, run)).toEqual({ escalated: 0 });
  expect(await noticesOf(head.id)).toHaveLength(1);
});
