/** Large changes come back whole: the same state, or a refusal that names everything in the way. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { theSystem } from "~/platform/actor";
import { asChangeSet, listObstacles, StandsInTheWay, takeBackChangeSet } from "~/platform/change-sets.server";
import { addDays, dayToColumn, today } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";
import { forgetSpentChanges } from "~/platform/spent-changes.server";
import { makeAppointment, makeSpeaker, makeUnit, makeUser } from "../factories";

type Work = (tx: Db) => Promise<unknown>;

function change(work: Work, values: { undoableTo?: string } = {}): Promise<string> {
  return db.$transaction(async (tx) => {
    const unit = await tx.unit.findFirstOrThrow();
    const asked = { kind: "roster.test", title: "Thử", unitId: unit.id, ...values };
    return (await asChangeSet(tx, theSystem, asked, () => work(tx))).changeSetId;
  });
}

/** Everything in the recorded tables, as the database holds it. */
async function dump() {
  const tables = ["speaker", "appointment", "speaker_topic", "speaker_language", '"user"'];
  return Promise.all(
    tables.map((table) => db.$queryRawUnsafe(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY id`)),
  );
}

const openAppointment = (speaker: { id: string; unitId: string }, startsOn: string, role = "rapporteur") => ({
  ...{ speakerId: speaker.id, unitId: speaker.unitId, role, network: "party", level: "commune" },
  startsOn: dayToColumn(startsOn),
});

test("gives back the same state after any sequence of adding, changing, moving and removing", async () => {
  const unit = await makeUnit();
  const other = await makeUnit();
  const people = [await makeSpeaker({ unit }), await makeSpeaker({ unit }), await makeSpeaker({ unit })];
  for (const speaker of people)
    await makeAppointment({ speaker, startsOn: "2021-01-01", endsOn: "2021-12-31" });
  const topic = await db.topic.create({ data: { name: "Biển đảo" } });
  const step = fc.record({
    what: fc.constantFrom("add", "rename", "move", "appoint", "end", "topic", "remove"),
    who: fc.nat(2),
    year: fc.integer({ min: 2022, max: 2040 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const before = await dump();
      const id = await change(async (tx) => {
        for (const { what, who, year } of steps) await run(tx, what, people[who]?.id ?? "", year);
      });
      expect(await takeBackChangeSet(theSystem, id)).toBe(true);
      expect(await dump()).toEqual(before);
    }),
    { numRuns: 40 },
  );

  async function run(tx: Db, what: string, id: string, year: number) {
    const speaker = await tx.speaker.findUnique({ where: { id } });
    if (what === "add" || !speaker) {
      const data = { fullName: `Mới ${year}`, sortName: ["mới", "", ""], unitId: unit.id };
      await tx.appointment.create({
        data: openAppointment(await tx.speaker.create({ data }), `${year}-01-01`),
      });
    } else if (what === "rename") {
      await tx.speaker.update({
        where: { id },
        data: { fullName: `Tên ${year}`, revision: { increment: 1 } },
      });
    } else if (what === "move") {
      await tx.speaker.update({ where: { id }, data: { unitId: other.id } });
    } else if (what === "appoint") {
      const data = openAppointment(speaker, `${year}-01-01`, `role ${await tx.appointment.count()}`);
      await tx.appointment.create({ data: { ...data, endsOn: dayToColumn(`${year}-06-30`) } });
    } else if (what === "end") {
      await tx.appointment.updateMany({ where: { speakerId: id }, data: { endReason: "retired" } });
    } else if (what === "topic") {
      await tx.speakerTopic.deleteMany({ where: { speakerId: id } });
      await tx.speakerTopic.create({ data: { speakerId: id, topicId: topic.id, level: "certified" } });
    } else {
      await tx.appointment.deleteMany({ where: { speakerId: id } });
      await tx.speakerTopic.deleteMany({ where: { speakerId: id } });
      await tx.speaker.delete({ where: { id } });
    }
  }
});

test("keeps what was changed elsewhere in the same record", async () => {
  const speaker = await makeSpeaker({ fullName: "Trần Văn Ánh" });
  const id = await change((tx) =>
    tx.speaker.update({ where: { id: speaker.id }, data: { position: "Bí thư" } }),
  );
  await db.speaker.update({
    where: { id: speaker.id },
    data: { note: "gọi buổi tối", revision: { increment: 1 } },
  });
  await takeBackChangeSet(theSystem, id);
  const { position, note, revision } = await db.speaker.findUniqueOrThrow({ where: { id: speaker.id } });
  expect({ position, note, revision }).toEqual({ position: null, note: "gọi buổi tối", revision: 2 });
});

test("names everything in the way, and then changes nothing", async () => {
  const unit = await makeUnit();
  const moved = await makeSpeaker({ unit });
  let added = "";
  const id = await change(async (tx) => {
    await tx.speaker.update({ where: { id: moved.id }, data: { position: "Bí thư" } });
    const data = { fullName: "Người Mới", sortName: ["mới", "người", ""], unitId: unit.id };
    added = (await tx.speaker.create({ data })).id;
  });
  await db.speaker.update({ where: { id: moved.id }, data: { position: "Phó bí thư" } });
  await makeUser({ speakerId: added });
  const before = await dump();
  const expected = [
    { obstacle: "changed", table: "speaker", rowId: moved.id, by: null },
    { obstacle: "leaned_on", table: "speaker", rowId: added, by: "user" },
  ];
  expect(await listObstacles(id)).toEqual(expected);
  const refused = await takeBackChangeSet(theSystem, id).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StandsInTheWay);
  expect((refused as StandsInTheWay).obstacles).toEqual(expected);
  expect(await dump()).toEqual(before);
});

test("comes back once, and only until its last day", async () => {
  const speaker = await makeSpeaker();
  const edit = (note: string) => (tx: Db) => tx.speaker.update({ where: { id: speaker.id }, data: { note } });
  const id = await change(edit("một"));
  expect(await takeBackChangeSet(theSystem, id)).toBe(true);
  expect(await takeBackChangeSet(theSystem, id)).toBe(false);
  const late = await change(edit("hai"), { undoableTo: "2020-01-01" });
  expect(await takeBackChangeSet(theSystem, late)).toBe(false);
  expect((await db.speaker.findUniqueOrThrow({ where: { id: speaker.id } })).note).toBe("hai");
});

test("records nothing outside of a set", async () => {
  const before = await db.changeRow.count();
  await change(async () => {});
  await makeAppointment({ speaker: await makeSpeaker() });
  expect(await db.changeRow.count()).toBe(before);
});

test("forgets what nobody can take back any more, and keeps what somebody can", async () => {
  const speaker = await makeSpeaker({ fullName: "Lê Thị Bốn" });
  const edit = (note: string) => (tx: Db) => tx.speaker.update({ where: { id: speaker.id }, data: { note } });
  const toast = await change(edit("một"), { undoableTo: addDays(today(), -1) });
  const merge = await change(edit("hai"), { undoableTo: addDays(today(), -1) });
  const open = await change(edit("ba"), { undoableTo: today() });
  const endless = await change(edit("bốn"));
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  await db.changeSet.update({ where: { id: toast }, data: { createdAt: yesterday } });
  await db.changeSet.update({
    where: { id: merge },
    data: { createdAt: new Date("2026-01-01T00:00:00Z") },
  });

  await forgetSpentChanges();

  expect(await db.changeSet.findUnique({ where: { id: toast } })).toBeNull();
  const valuesOf = async (id: string) => {
    const [row] = await db.changeRow.findMany({ where: { changeSetId: id } });
    return row && [row.operation, row.before, row.after, row.afterHash];
  };
  expect(await valuesOf(merge)).toEqual(["update", null, null, null]);
  expect(await valuesOf(open)).toEqual([
    "update",
    expect.objectContaining({ note: "hai" }),
    expect.objectContaining({ note: "ba" }),
    null,
  ]);
  expect(await valuesOf(endless)).toEqual([
    "update",
    expect.objectContaining({ note: "ba" }),
    expect.objectContaining({ note: "bốn" }),
    null,
  ]);
  expect(await forgetSpentChanges()).toEqual({ dropped: 0, emptied: 0 });
});
