/** Publishing: what it refuses, whom it tells, each once; new versions, the clock, and many people as a job. */
import { afterEach, expect, test } from "vitest";
import { publishDueJob } from "~/materials/audience/due.server";
import { publish, publishJob, unschedule } from "~/materials/audience/publishing.server";
import { emptyRule } from "~/materials/audience/rule";
import { saveRules } from "~/materials/audience/rules.server";
import { withdrawTold } from "~/materials/audience/telling.server";
import { words } from "~/materials/audience/words";
import { theSystem } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db, transaction } from "~/platform/db.server";
import { env } from "~/platform/env";
import { startJobs, stopJobs } from "~/platform/job-worker.server";
import { startLater } from "~/platform/jobs.server";
import { makeActor, makeAppointment, makeSpeaker, makeUnit, makeUser, type UnitLike } from "../../factories";
import { makeCrowd } from "./crowd";
import { makePublished, type Rule } from "./published";

afterEach(stopJobs);

const now = { acknowledgeBy: null, at: null };
const draft = (unit: UnitLike, values: { rules?: Rule[]; fileState?: string; circulation?: string } = {}) =>
  makePublished({ unit, state: "draft", publishedAt: null, rules: [{ unitIds: [unit.id] }], ...values });

async function makeReaders(unit: UnitLike, count: number) {
  const users = [];
  for (let at = 0; at < count; at++) {
    const speaker = await makeSpeaker({ unit });
    await makeAppointment({ speaker });
    users.push(await makeUser({ speakerId: speaker.id }));
  }
  return users;
}

const publisher = (unit: UnitLike) =>
  makeActor({ role: "department_officer", unit, permission: "materials.view" });

const noticesOf = (versionId: string) =>
  db.notice.findMany({
    where: { kind: "materials.published", subjectId: versionId },
    orderBy: { userId: "asc" },
  });

test("brings the version out and tells everybody with an account once", async () => {
  const unit = await makeUnit();
  const readers = await makeReaders(unit, 3);
  await makeAppointment({ speaker: await makeSpeaker({ unit }) });
  const actor = await publisher(unit);
  const { id, versionId } = await draft(unit);
  const acknowledgeBy = addDays(today(), 7);

  expect(await publish(actor, id, { acknowledgeBy, at: null })).toEqual({ how: "now", told: 3 });

  const material = await db.material.findUniqueOrThrow({ where: { id }, include: { current: true } });
  expect(material).toMatchObject({ state: "published", currentId: versionId, publishAt: null });
  expect(material.current).toMatchObject({
    publishedBy: actor.userId,
    acknowledgeBy: new Date(acknowledgeBy),
  });
  const notices = await noticesOf(versionId);
  expect(notices.map(({ userId }) => userId)).toEqual(readers.map((user) => user.id).sort());
  expect(notices[0]).toMatchObject({ path: `/library/${id}`, readAt: null });
  const line = await db.auditLine.findFirstOrThrow({
    where: { subjectId: id, action: "material.published" },
  });
  expect(line).toMatchObject({
    actorId: actor.userId,
    unitId: unit.id,
    after: { version: 1, acknowledgeBy, told: 3, withoutAccount: 1 },
  });
  await expect(publish(actor, id, now)).rejects.toThrow(words.vi.errors.noDraft);
});

test("refuses what nobody could read or was not decided", async () => {
  const unit = await makeUnit();
  const actor = await publisher(unit);
  const refused = async (material: { id: string }, who = actor) =>
    publish(who, material.id, now).catch((error: Error) => error.message);
  const { errors } = words.vi;

  expect(await refused(await draft(unit, { fileState: "checking" }))).toBe(errors.checking);
  expect(await refused(await draft(unit, { fileState: "purged" }))).toBe(errors.noFile);
  expect(await refused(await draft(unit, { rules: [] }))).toBe(errors.nobody);
  expect(await refused(await draft(unit, { rules: [{}] }))).toBe(errors.beyondAll);
  const open = await draft(unit, { rules: [], circulation: "public" });
  expect(await refused(open)).toEqual({ how: "now", told: 0 });
  const trashed = await draft(unit);
  await db.material.update({ where: { id: trashed.id }, data: { trashedAt: new Date() } });
  expect(await refused(trashed)).toBe(errors.trashed);
  expect(await publish(await publisher(await makeUnit()), (await draft(unit)).id, now)).toBeNull();
});

test("whoever only prepares needs an approval; whoever decides does not", async () => {
  const unit = await makeUnit();
  const officer = await makeActor({ role: "commune_officer", unit, permission: "materials.view" });
  const leader = await makeActor({ role: "commune_leader", unit, permission: "materials.view" });
  const material = await draft(unit);

  await expect(publish(officer, material.id, now)).rejects.toThrow(words.vi.errors.notApproved);
  await db.materialReviewNote.create({
    data: { materialId: material.id, byId: "x", byName: "x", verdict: "approved" },
  });
  expect(await publish(officer, material.id, now)).toMatchObject({ how: "now" });
  expect(await publish(leader, (await draft(unit)).id, now)).toMatchObject({ how: "now" });
});

test("nobody addresses units beyond their own, neither in rules nor in publishing them", async () => {
  const province = await makeUnit({ level: "province" });
  const [commune, other] = [
    await makeUnit({ parent: province }),
    await makeUnit({ parent: province, name: "Xã Khác" }),
  ];
  const officer = await makeActor({ role: "commune_officer", unit: commune, permission: "materials.view" });
  const leader = await makeActor({ role: "commune_leader", unit: commune, permission: "materials.view" });
  const { id } = await draft(commune);
  const beyond = [{ ...emptyRule, unitIds: [other.id] }];

  await expect(saveRules(officer, id, beyond)).rejects.toThrow("Xã Khác");
  await expect(saveRules(officer, id, [emptyRule])).rejects.toThrow(words.vi.errors.beyondAll);
  await saveRules(await publisher(province), id, beyond);
  await expect(publish(leader, id, now)).rejects.toThrow("Xã Khác");
  expect(await saveRules(officer, id, [{ ...emptyRule, unitIds: [commune.id] }])).toEqual({ told: 0 });
  expect(await publish(leader, id, now)).toMatchObject({ how: "now" });
});

test("a new version asks again only whom it must, and the former notices go", async () => {
  const unit = await makeUnit();
  const [first, second] = await makeReaders(unit, 2);
  const actor = await publisher(unit);
  const { id, versionId } = await draft(unit);
  const acknowledgeBy = addDays(today(), 7);
  await publish(actor, id, { acknowledgeBy, at: null });
  await db.materialReceipt.create({
    data: { versionId, userId: first?.id ?? "", acknowledgedAt: new Date() },
  });
  const nextVersion = async (number: number, asksAgain: boolean) => {
    const { id: next } = await db.materialVersion.create({
      data: {
        ...{ materialId: id, number, asksAgain, createdBy: "x" },
        files: {
          create: {
            name: "ban-moi.pdf",
            format: "pdf",
            state: "accepted",
            declaredBy: "x",
            declaredAt: new Date(),
          },
        },
      },
    });
    await publish(actor, id, { acknowledgeBy, at: null });
    const told = await noticesOf(next);
    return (user?: { id: string }) =>
      (told.find(({ userId }) => userId === user?.id)?.phrase as { vi: string } | undefined)?.vi;
  };

  const quiet = await nextVersion(2, false);
  expect(quiet(first)).toContain("Không cần xác nhận lại");
  expect(quiet(second)).toContain("Đọc và xác nhận trước hết ngày");
  const again = await nextVersion(3, true);
  expect(again(first)).toContain("xác nhận lại");
  expect(again(second)).toContain("Đọc và xác nhận trước hết ngày");
  expect(await noticesOf(versionId)).toEqual([]);
  expect(await db.notice.count({ where: { kind: "materials.published", path: `/library/${id}` } })).toBe(2);

  await transaction(undefined, (tx) => withdrawTold(tx, id));
  expect(await db.notice.count({ where: { path: `/library/${id}` } })).toBe(0);
});

test("a letter goes to whoever has an address, and none to whom nothing is asked of", async () => {
  env.MAIL_URL = "smtp://127.0.0.1:1";
  try {
    const unit = await makeUnit();
    const [reader] = await makeReaders(unit, 2);
    await db.user.update({ where: { id: reader?.id }, data: { email: "an@example.org" } });
    const actor = await publisher(unit);
    const { id, versionId } = await draft(unit);
    await publish(actor, id, { acknowledgeBy: addDays(today(), 7), at: null });
    const letters = await db.mail.findMany({ where: { kind: "materials.published" } });
    expect(letters).toMatchObject([
      {
        ...{ userId: reader?.id, address: "an@example.org", subjectId: versionId, unitId: unit.id },
        ...{ body: expect.stringContaining(`/library/${id}`), state: "waiting" },
      },
    ]);
    await transaction(undefined, (tx) => withdrawTold(tx, id));
    expect(await db.mail.findFirst({ where: { subjectId: versionId } })).toMatchObject({
      state: "discarded",
    });
  } finally {
    env.MAIL_URL = undefined;
  }
});

test("rules changed afterwards tell only those who were not told", async () => {
  const province = await makeUnit({ level: "province" });
  const [one, other] = [await makeUnit({ parent: province }), await makeUnit({ parent: province })];
  await makeReaders(one, 2);
  const [late] = await makeReaders(other, 1);
  const actor = await publisher(province);
  const { id, versionId } = await draft(province, { rules: [{ unitIds: [one.id] }] });
  await publish(actor, id, now);
  await db.notice.updateMany({ where: { subjectId: versionId }, data: { readAt: new Date() } });

  expect(await saveRules(actor, id, [{ ...emptyRule, unitIds: [province.id] }])).toEqual({ told: 1 });
  const unread = (await noticesOf(versionId)).filter(({ readAt }) => !readAt);
  expect(unread.map(({ userId }) => userId)).toEqual([late?.id]);
});

test("comes out by itself at its moment, though whoever asked has left since", async () => {
  const unit = await makeUnit();
  await makeReaders(unit, 1);
  const actor = await publisher(unit);
  const { id, versionId } = await draft(unit);
  const at = new Date(Date.now() + 3_600_000);

  expect(await publish(actor, id, { acknowledgeBy: null, at })).toEqual({ how: "later", at });
  await runDue();
  expect(await noticesOf(versionId)).toEqual([]);
  expect(await unschedule(actor, id)).toBe(true);
  expect(await unschedule(actor, id)).toBe(false);

  await publish(actor, id, { acknowledgeBy: null, at });
  await db.material.update({ where: { id }, data: { publishAt: new Date(Date.now() - 1000) } });
  await db.user.update({ where: { id: actor.userId }, data: { disabledAt: new Date() } });
  await runDue();
  expect(await noticesOf(versionId)).toHaveLength(1);
  expect(await db.material.findUnique({ where: { id } })).toMatchObject({
    state: "published",
    publishAt: null,
  });
  const line = await db.auditLine.findFirstOrThrow({
    where: { subjectId: id, action: "material.published" },
  });
  expect(line.actorId).toBe(actor.userId);
});

test("what cannot come out at its moment says why to whoever asked", async () => {
  const unit = await makeUnit();
  const actor = await publisher(unit);
  const { id, fileId } = await draft(unit);
  await publish(actor, id, { acknowledgeBy: null, at: new Date(Date.now() + 3_600_000) });
  await db.material.update({ where: { id }, data: { publishAt: new Date(Date.now() - 1000) } });
  await db.materialFile.update({ where: { id: fileId }, data: { state: "checking" } });
  await runDue();

  expect(await db.material.findUnique({ where: { id } })).toMatchObject({
    state: "approved",
    publishAt: null,
  });
  const notice = await db.notice.findFirstOrThrow({
    where: { kind: "materials.notPublished", userId: actor.userId },
  });
  expect((notice.phrase as { vi: string }).vi).toContain(words.vi.errors.checking);
});

test("many people are told by a job, each once", async () => {
  const unit = await makeUnit();
  await makeCrowd(unit, 400);
  const actor = await publisher(unit);
  const { id, versionId } = await draft(unit);

  const published = await publish(actor, id, now);
  expect(published).toMatchObject({ how: "job" });
  await expect(publish(actor, id, now)).rejects.toThrow(words.vi.errors.running);
  await startJobs([publishJob], true);
  await expect
    .poll(() => db.jobRun.findFirst({ where: { job: publishJob.name } }), { timeout: 10_000 })
    .toMatchObject({ state: "done", result: { told: 400 }, done: 400, total: 400 });
  expect(await noticesOf(versionId)).toHaveLength(400);
});

async function runDue() {
  await startJobs([publishDueJob], true);
  const id = await startLater(db, theSystem, publishDueJob, {});
  await expect
    .poll(() => db.jobRun.findUnique({ where: { id } }), { timeout: 10_000 })
    .toMatchObject({ state: "done" });
}
