/** Who sees which material: each word of the rules once. The property test beside this asks for all of them together. */
import { expect, test } from "vitest";
import { recipientsSql } from "~/materials/audience/recipients.server";
import { keptSql, readableSql, visibleFileSql, visibleSql } from "~/materials/audience/sight.server";
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { ask, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { makeActor, makeAppointment, makeSpeaker, makeUnit, makeUser } from "../../factories";
import { makePublished } from "./published";

const m = Prisma.sql`m`;

async function titles(predicate: Prisma.Sql): Promise<string[]> {
  const rows = await ask<{ title: string }>(
    Prisma.sql`SELECT title FROM material m WHERE ${predicate} ORDER BY title`,
  );
  return rows.map(({ title }) => title);
}

const readBy = (actor: Actor) => titles(readableSql(actor, m));
const seenBy = (actor: Actor) => titles(visibleSql(actor, m));

async function makeReader(values: Partial<Parameters<typeof makeAppointment>[0]> = {}) {
  const unit = values.unit ?? (await makeUnit());
  const speaker = await makeSpeaker({ unit });
  const appointment = await makeAppointment({ speaker, ...values });
  return {
    speaker,
    appointment,
    actor: await makeActor({ role: "speaker", unit, speakerId: speaker.id }),
  };
}

test("a reader reads what a rule names: the unit or one above it, and every other thing it asks at once", async () => {
  await db.material.deleteMany();
  const province = await makeUnit({ level: "province" });
  const commune = await makeUnit({ parent: province });
  const other = await makeUnit({ parent: province });
  const { actor, speaker } = await makeReader({ unit: commune });
  const topic = await db.topic.create({ data: { name: "Biển đảo" } });
  await db.speakerTopic.create({ data: { speakerId: speaker.id, topicId: topic.id, level: "experienced" } });
  const above = { unitIds: [province.id] };

  await makePublished({ title: "1 all", rules: [{}] });
  await makePublished({ title: "2 above", rules: [above] });
  await makePublished({ title: "3 topic", rules: [{ ...above, topicIds: [topic.id] }] });
  await makePublished({
    title: "4 second rule",
    rules: [{ unitIds: [other.id] }, { roles: ["rapporteur"] }],
  });
  await makePublished({ title: "5 public", circulation: "public" });
  await makePublished({ title: "x no rule" });
  await makePublished({ title: "x sibling", rules: [{ unitIds: [other.id] }] });
  await makePublished({ title: "x level", rules: [{ ...above, levels: ["province"] }] });
  await makePublished({ title: "x language", rules: [{ languages: ["tay"] }] });
  await makePublished({ title: "x trash", rules: [{}], trashedAt: new Date() });
  await makePublished({ title: "x withdrawn", rules: [{}], state: "withdrawn" });
  await makePublished({ title: "x draft", rules: [{}], state: "draft", publishedAt: null });
  await makePublished({ title: "x later", rules: [{}], publishedAt: new Date(Date.now() + 60_000) });

  const expected = ["1 all", "2 above", "3 topic", "4 second rule", "5 public"];
  expect(await readBy(actor)).toEqual(expected);
  expect(await seenBy(actor)).toEqual(expected);
});

test("one appointment must fulfil a rule whole", async () => {
  await db.material.deleteMany();
  const { actor, speaker } = await makeReader({ level: "commune", role: "communicator" });
  await makeAppointment({ speaker, level: "province", role: "rapporteur" });
  await makePublished({ title: "mixed", rules: [{ roles: ["rapporteur"], levels: ["commune"] }] });
  await makePublished({ title: "whole", rules: [{ roles: ["rapporteur"], levels: ["province"] }] });

  expect(await readBy(actor)).toEqual(["whole"]);
});

test("an appointment gives sight from its first day to its last, and a unit that moves carries it along", async () => {
  await db.material.deleteMany();
  const province = await makeUnit({ level: "province" });
  const { actor, appointment, speaker } = await makeReader({ endsOn: today() });
  await makePublished({ title: "for the province", rules: [{ unitIds: [province.id] }] });
  await makePublished({ title: "for all", rules: [{}] });

  expect(await readBy(actor)).toEqual(["for all"]);
  await db.unitScope.create({ data: { ancestorId: province.id, unitId: speaker.unitId, depth: 1 } });
  expect(await readBy(actor)).toEqual(["for all", "for the province"]);
  await db.appointment.update({
    where: { id: appointment.id },
    data: { endsOn: new Date(addDays(today(), -1)) },
  });
  expect(await readBy(actor)).toEqual([]);
});

test("staff read along in their units, but not what is for speakers only", async () => {
  await db.material.deleteMany();
  const commune = await makeUnit();
  const actor = await makeActor({ role: "commune_leader", unit: commune });
  const rules = [{ unitIds: [commune.id], staff: ["commune_leader"] }];
  await makePublished({ title: "internal", rules });
  await makePublished({ title: "x speakers", circulation: "speakers_only", rules });
  await makePublished({ title: "x officers", rules: [{ staff: ["commune_officer"] }] });

  expect(await readBy(actor)).toEqual(["internal"]);
});

test("keepers see all that their units keep, whatever permission was asked, except the trash", async () => {
  await db.material.deleteMany();
  const province = await makeUnit({ level: "province" });
  const commune = await makeUnit({ parent: province });
  const keeper = await makeActor({ role: "commune_officer", unit: commune, permission: "materials.view" });
  const asReader = { ...keeper, reach: [] };
  await makePublished({ title: "draft", unit: commune, state: "draft", publishedAt: null });
  await makePublished({ title: "speakers", unit: commune, circulation: "speakers_only" });
  await makePublished({ title: "trash", unit: commune, trashedAt: new Date() });
  await makePublished({ title: "x of the province", unit: province });

  expect(await titles(keptSql(keeper, m))).toEqual(["draft", "speakers", "trash"]);
  expect(await seenBy(asReader)).toEqual(["draft", "speakers"]);
  expect(await readBy(asReader)).toEqual([]);
});

test("readers get the accepted files of the version that is out, keepers those of all versions, nobody one being checked", async () => {
  await db.material.deleteMany();
  const { actor, speaker } = await makeReader();
  const keeper = await makeActor({ role: "commune_officer", unit: { id: speaker.unitId } });
  const material = await makePublished({ unit: { id: speaker.unitId }, rules: [{}] });
  const next = await db.materialVersion.create({
    data: { materialId: material.id, number: 2, createdBy: "x" },
  });
  for (const [versionId, state] of [
    [material.versionId, "checking"],
    [material.versionId, "purged"],
    [next.id, "accepted"],
    [next.id, "checking"],
  ] as const) {
    await db.materialFile.create({
      data: {
        ...{ versionId, state, name: `${state} ${versionId}`, format: "pdf" },
        declaredBy: "x",
        declaredAt: new Date(),
      },
    });
  }
  const files = async (who: Actor) => {
    const rows = await ask<{ name: string }>(Prisma.sql`
      SELECT f.name FROM material m JOIN material_version v ON v.material_id = m.id JOIN material_file f ON f.version_id = v.id
      WHERE ${visibleFileSql(who, m, Prisma.sql`f`)} ORDER BY f.name`);
    return rows.map(({ name }) => name);
  };

  expect(await files(actor)).toEqual(["de-cuong.pdf"]);
  expect(await files(keeper)).toEqual([`accepted ${next.id}`, "de-cuong.pdf"]);
});

test("recipients are one row a person, with and without an account", async () => {
  const unit = await makeUnit();
  const an = await makeSpeaker({ unit, fullName: "Nguyễn Văn An" });
  const binh = await makeSpeaker({ unit, fullName: "Lê Thị Bình" });
  for (const speaker of [an, binh]) {
    await makeAppointment({ speaker });
    await makeAppointment({ speaker, role: "communicator" });
  }
  const user = await makeUser({ speakerId: an.id, grants: [{ role: "commune_officer", unit }] });
  await makeUser({ speakerId: binh.id, disabledAt: new Date() });
  const chi = await makeUser({ name: "Trần Chi", grants: [{ role: "commune_officer", unit }] });
  const rules = [{ unitIds: [unit.id], staff: ["commune_officer"] }, { unitIds: [unit.id] }];
  const { id } = await makePublished({ rules });
  const ofSpeakers = await makePublished({ rules, circulation: "speakers_only" });
  const people = (materialId: string) =>
    ask(
      Prisma.sql`SELECT user_id, speaker_id, full_name, unit_id FROM ${recipientsSql(materialId)} AS told ORDER BY sort_key`,
    );
  const speakers = [
    { user_id: user.id, speaker_id: an.id, full_name: "Nguyễn Văn An", unit_id: unit.id },
    { user_id: null, speaker_id: binh.id, full_name: "Lê Thị Bình", unit_id: unit.id },
  ];

  expect(await people(id)).toEqual([
    ...speakers,
    { user_id: chi.id, speaker_id: null, full_name: "Trần Chi", unit_id: unit.id },
  ]);
  expect(await people(ofSpeakers.id)).toEqual(speakers);
});
