/** Two records become one with everything that refers to them, and come back exactly as they were. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { findChange } from "~/roster/changes/changes.server";
import { nameObstacles, takeBack } from "~/roster/changes/take-back.server";
import { listFormerNames } from "~/roster/doubles/aliases.server";
import { type MergeInput, mergeFields, mergeSchema } from "~/roster/doubles/merge";
import { mergeSpeakers } from "~/roster/doubles/merge.server";
import { listPairs, partPairs } from "~/roster/doubles/pair-list.server";
import { readPairQuery } from "~/roster/doubles/pair-query";
import { searchAllPairs, searchPairsOf } from "~/roster/doubles/pairs.server";
import { listReferences } from "~/roster/doubles/references.server";
import { words } from "~/roster/doubles/words";
import { listSpeakerChoices } from "~/roster/people-search.server";
import { findPart, savePart } from "~/roster/record/parts.server";
import { findSpeaker, findSurvivor } from "~/roster/speakers.server";
import { makeActor, makeAppointment, makeImport, makeSpeaker, makeUnit, makeUser } from "../../factories";

let province: { id: string };
let commune: { id: string };
let officer: Actor;

beforeAll(async () => {
  await makeUnit();
  province = await makeUnit({ name: "Tỉnh ủy Thử" });
  commune = await makeUnit({ name: "Đảng ủy xã Thử", parent: province });
  officer = await makeActor({ unit: province, permission: "roster.edit" });
});

/** All that a merge may touch, as the database holds it; searches run when they like. */
async function dump() {
  const tables = [
    "speaker",
    "appointment",
    "speaker_topic",
    "speaker_language",
    "qualification",
    "availability",
    "speaker_private",
    "speaker_alias",
    "correction",
    "review_entry",
    "roster_import_row",
    '"user"',
  ];
  return Promise.all(
    tables.map(async (table) => [
      table,
      await db.$queryRawUnsafe(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`),
    ]),
  );
}

function choices(more: Partial<MergeInput> = {}, side: "one" | "other" = "one") {
  return mergeSchema.parse({
    fields: Object.fromEntries(mergeFields.map((field) => [field, side])),
    ...{ private: "one", account: "one", appointments: {}, revisions: { one: 1, other: 1 } },
    ...more,
  });
}

async function pairOfLan(more: { birthYear?: number; phone?: string } = {}) {
  const one = await makeSpeaker({ fullName: "Lê Thị Lan", unit: commune, birthYear: 1975 });
  const other = await makeSpeaker({ fullName: "LÊ THỊ LAN", unit: commune, birthYear: 1975, ...more });
  return { one, other, ids: [one.id, other.id] as [string, string] };
}

async function undo(changeSetId: string) {
  const change = await findChange(officer, changeSetId);
  if (!change) throw new Error("no such change");
  await takeBack(officer, change);
}

describe("a merge", () => {
  test("comes back although the pairs that it took along were searched since", async () => {
    const { ids } = await pairOfLan({ phone: "+84911000111" });
    const third = await makeSpeaker({ fullName: "Lê Thị Lan", unit: commune, birthYear: 1975 });
    await searchPairsOf([third.id]);
    const of = { where: { OR: [{ oneId: third.id }, { otherId: third.id }] } };
    const pairs = await db.speakerPair.findMany(of);
    await partPairs(
      officer,
      pairs.map(({ id }) => id),
    );
    const before = await dump();
    const { changeSetId } = (await mergeSpeakers(officer, ids, choices({}, "other")))!;
    expect(await db.speakerPair.findMany(of)).toMatchObject([{ differentBy: officer.name }]);
    await searchAllPairs();
    await undo(changeSetId);
    expect(await db.speakerPair.count(of)).toBe(pairs.length);
    expect(await dump()).toEqual(before);
  });

  test("leaves the name of the record that went: shown on the other, and found by", async () => {
    const { one, other, ids } = await pairOfLan();
    await db.speaker.update({ where: { id: other.id }, data: { fullName: "Lê Bích Hậu" } });
    await mergeSpeakers(officer, ids, choices());
    expect((await findSpeaker(officer, one.id))?.aliases).toEqual(["Lê Bích Hậu"]);
    const found = { speakerId: one.id, fullName: "Lê Thị Lan", alias: "Lê Bích Hậu" };
    expect(await listFormerNames(officer, "bich hau")).toEqual([found]);
    expect(await listFormerNames(officer, "lan")).toEqual([]);
    const stranger = await makeActor({ unit: await makeUnit(), permission: "roster.edit" });
    expect(await listFormerNames(stranger, "bich hau")).toEqual([]);
    expect(await listSpeakerChoices(officer, "bich hau")).toMatchObject([
      { id: one.id, path: "Lê Bích Hậu" },
    ]);
  });

  test("takes everything along, and gives it back as it was", async () => {
    const { one, other, ids } = await pairOfLan({ phone: "+84912345678" });
    await makeAppointment({ speaker: one, startsOn: "2021-03-01", endsOn: "2023-12-31" });
    await makeAppointment({ speaker: other, startsOn: "2022-03-01" });
    await makeAppointment({ speaker: other, startsOn: "2020-01-01", role: "communicator" });
    const topic = await db.topic.findFirstOrThrow();
    await db.speakerTopic.create({ data: { speakerId: one.id, topicId: topic.id, level: "interested" } });
    await db.speakerTopic.create({ data: { speakerId: other.id, topicId: topic.id, level: "certified" } });
    await db.speakerLanguage.create({ data: { speakerId: other.id, language: "tay", level: "fluent" } });
    await db.qualification.create({ data: { speakerId: other.id, name: "Nghiệp vụ" } });
    await db.speakerPrivate.create({ data: { speakerId: one.id, ethnicGroup: "Tày" } });
    await db.speakerPrivate.create({ data: { speakerId: other.id, homeAddress: "Bản Sen" } });
    const { id: importId } = await makeImport({ unit: commune });
    await db.rosterImportRow.create({
      data: { importId, sheet: "S", row: 1, raw: {}, outcome: "added", speakerId: other.id },
    });
    const user = await makeUser({ speakerId: other.id });
    const before = await dump();

    // The record that somebody signs in to stays.
    const merged = await mergeSpeakers(officer, ids, choices({}, "other"));
    expect(merged?.id).toBe(other.id);
    expect(await db.speaker.count({ where: { id: { in: ids } } })).toBe(1);
    const kept = await db.speaker.findUniqueOrThrow({
      where: { id: other.id },
      include: {
        appointments: { orderBy: { startsOn: "asc" } },
        topics: true,
        private: true,
        aliases: true,
        user: true,
      },
    });
    expect(kept.fullName).toBe("Lê Thị Lan");
    expect(
      kept.appointments.map(({ startsOn, endsOn, role }) => [
        startsOn.toISOString().slice(0, 10),
        endsOn,
        role,
      ]),
    ).toEqual([
      ["2020-01-01", null, "communicator"],
      ["2021-03-01", null, "rapporteur"],
    ]);
    expect(kept.topics.map(({ level }) => level)).toEqual(["certified"]);
    expect([kept.private?.ethnicGroup, kept.private?.homeAddress, kept.user?.id]).toEqual([
      "Tày",
      "Bản Sen",
      user.id,
    ]);
    expect(kept.aliases.map(({ id, fullName }) => [id, fullName])).toEqual([[one.id, "Lê Thị Lan"]]);
    expect(await findSurvivor(officer, one.id)).toBe(other.id);

    await undo(merged?.changeSetId ?? "");
    expect(await dump()).toEqual(before);
  });

  test("asks what becomes of contradictory appointments", async () => {
    const { one, other, ids } = await pairOfLan();
    const { id: key } = await makeAppointment({ speaker: one, startsOn: "2021-03-01", level: "province" });
    const second = await makeAppointment({ speaker: other, startsOn: "2022-03-01" });
    const ask = (outcome: string) =>
      mergeSpeakers(officer, ids, choices({ appointments: { [key]: outcome as "" } }));
    await expect(ask("")).rejects.toThrow(words.vi.merge.chooseFirst);
    await expect(ask("join")).rejects.toThrow(words.vi.merge.cannotJoin);
    const before = await dump();
    const merged = await ask("other");
    const left = await db.appointment.findMany({ where: { speakerId: one.id } });
    expect(left.map(({ id }) => id)).toEqual([second.id]);
    await undo(merged?.changeSetId ?? "");
    expect(await dump()).toEqual(before);
  });

  test("detaches and disables the second account, unless it holds more than a speaker's role", async () => {
    const { one, other, ids } = await pairOfLan();
    await makeUser({ speakerId: one.id, grants: [{ role: "speaker", unit: commune }] });
    const second = await makeUser({
      speakerId: other.id,
      grants: [{ role: "commune_officer", unit: commune }],
    });
    await expect(mergeSpeakers(officer, ids, choices())).rejects.toThrow(words.vi.merge.accountsRights);
    await db.grant.updateMany({ where: { userId: second.id }, data: { role: "speaker" } });
    await mergeSpeakers(officer, ids, choices());
    const { speakerId, disabledAt } = await db.user.findUniqueOrThrow({ where: { id: second.id } });
    expect([speakerId, disabledAt !== null]).toEqual([null, true]);
  });

  test("is refused when somebody was quicker, and unknown to those who see one half only", async () => {
    const { one, ids } = await pairOfLan();
    const stranger = await makeSpeaker({ unit: await makeUnit() });
    expect(await mergeSpeakers(officer, [one.id, stranger.id], choices())).toBeNull();
    await db.speaker.update({ where: { id: one.id }, data: { revision: 2 } });
    await expect(mergeSpeakers(officer, ids, choices())).rejects.toThrow(words.vi.merge.changed);
  });

  test("says by name what stands in the way of taking it back", async () => {
    const { one, ids } = await pairOfLan({ phone: "+84911111111" });
    const merged = await mergeSpeakers(officer, ids, choices({}, "other"));
    const id = merged?.changeSetId ?? "";
    await db.speaker.update({ where: { id: one.id }, data: { phone: "+84922222222" } });
    const { named, total } = await nameObstacles(id);
    expect([total, named[0]?.obstacle, named[0]?.person?.id]).toEqual([1, "changed", one.id]);
    await expect(undo(id)).rejects.toThrow();
    await db.speaker.update({ where: { id: one.id }, data: { phone: "+84911111111" } });
    await undo(id);
    expect(await db.speaker.count({ where: { id: { in: ids } } })).toBe(2);
  });

  test("forgets no table: whatever refers to a person records itself, or is taken care of by name", async () => {
    const recorded = await db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT event_object_table AS name FROM information_schema.triggers WHERE trigger_name = 'record_deleted'`;
    const known = new Set([...recorded.map(({ name }) => name), "roster_import_row"]);
    const forgotten = (await db.$transaction((tx) => listReferences(tx, "speaker"))).filter(
      ({ table }) => !known.has(table),
    );
    expect(forgotten).toEqual([]);
  });
});

describe("pairs", () => {
  test("of whoever was changed are searched at once", async () => {
    const { one } = await pairOfLan();
    const asked = () =>
      db.jobRun.count({ where: { job: "roster.doublesOf", payload: { path: ["ids"], equals: [one.id] } } });
    const { values, version } = (await findPart(officer, one.id, "person"))!;
    await savePart(officer, one.id, "person", { ...values, version });
    expect(await asked()).toBe(0);
    await savePart(officer, one.id, "person", { ...values, fullName: "Lê Thị Lân", version });
    expect(await asked()).toBe(1);
  });

  test("are found alike for everybody and for one, and not again once they are two people", async () => {
    const unit = await makeUnit({ parent: province });
    const next = await makeUnit({ parent: province });
    const hoa = await makeSpeaker({ fullName: "Nguyễn Thị Hòa", unit, birthYear: 1980 });
    await makeSpeaker({ fullName: "Nguyễn Thị Hoà", unit: next, birthYear: 1980 });
    await makeSpeaker({ fullName: "Ng. Thị Hòa", unit, birthYear: 1980 });
    await makeSpeaker({ fullName: "Nguyễn Thị Hòa", unit, birthYear: 1991 });
    const query = readPairQuery(`http://x/?unit=${unit.id}`);
    const shown = async () =>
      (await listPairs(officer, query)).pairs.map(({ one, other, score }) => [
        [one.name, other.name].sort(),
        score,
      ]);
    await searchPairsOf([hoa.id]);
    const found = await shown();
    expect(new Set(found.map(String))).toEqual(
      new Set(
        [
          [["Ng. Thị Hòa", "Nguyễn Thị Hòa"], 71],
          [["Nguyễn Thị Hoà", "Nguyễn Thị Hòa"].sort(), 71],
        ].map(String),
      ),
    );
    await searchAllPairs();
    expect(await shown()).toEqual(expect.arrayContaining(found));
    const { pairs, count } = await listPairs(officer, query);
    expect(count.total).toBe(pairs.length);
    expect(
      await partPairs(
        await makeActor({ permission: "roster.edit" }),
        pairs.map(({ id }) => id),
      ),
    ).toBe(0);
    expect(
      await partPairs(
        officer,
        pairs.map(({ id }) => id),
      ),
    ).toBe(pairs.length);
    await searchAllPairs();
    expect(await shown()).toEqual([]);
  });

  test("of which one half is out of reach are not shown", async () => {
    const outside = await makeUnit();
    const phone = "+84933333333";
    const one = await makeSpeaker({ fullName: "Vũ Văn Nam", unit: commune, phone });
    await makeSpeaker({ fullName: "Vũ Văn Nam", unit: outside, phone });
    await searchPairsOf([one.id]);
    expect(await db.speakerPair.count({ where: { OR: [{ oneId: one.id }, { otherId: one.id }] } })).toBe(1);
    const { pairs } = await listPairs(officer, readPairQuery(`http://x/?unit=${commune.id}`));
    expect(pairs.filter(({ one: a, other: b }) => [a.id, b.id].includes(one.id))).toEqual([]);
  });
});
