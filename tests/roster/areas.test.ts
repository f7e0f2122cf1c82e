/** Areas: people carry the province they stand under whatever happens to the tree, and lists by area are the lists by units. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { asChangeSet, takeBackChangeSet } from "~/platform/change-sets.server";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { countMatches, findIds } from "~/roster/list/ids.server";
import { matchesOf } from "~/roster/list/matches.server";
import { fixes, stateFilters } from "~/roster/roster-filters";
import { countRoster, listRoster } from "~/roster/roster-list.server";
import { type RosterQuery, rosterQuery, sorts } from "~/roster/roster-query";
import { genders, politicalTheoryLevels } from "~/roster/speaker";
import { levels } from "~/units";
import { addUnit, areaOf, changeUnit, moveUnit } from "~/units/index.server";
import { undoUnitChange } from "~/units/unit-changes.server";
import { makeActor, makeAppointment, makeSpeaker, makeUnit } from "../factories";

const day = today();
let root: { id: string };
let everywhere: Actor;

beforeAll(async () => {
  root = await makeUnit({ level: "central" });
  everywhere = { ...(await makeActor({ unit: root })), reach: "everywhere" };
});

async function move(id: string, parentId: string): Promise<string> {
  const { revision } = await db.unit.findUniqueOrThrow({ where: { id } });
  return moveUnit(everywhere, id, { parentId, from: day, reason: null, revision });
}

/** Every unit, person and appointment with the area it carries and the one it should carry. */
async function wrongAreas() {
  const units = await db.unit.findMany();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const areaOfUnit = (id: string | null): string | null => {
    const unit = id ? byId.get(id) : undefined;
    return unit ? (areaOfUnit(unit.parentId) ?? (unit.level === "province" ? unit.id : null)) : null;
  };
  const [speakers, appointments, words] = await Promise.all([
    db.speaker.findMany(),
    db.appointment.findMany({ include: { speaker: true } }),
    db.speakerWord.findMany(),
  ]);
  const personById = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  return [
    ...units.filter(({ id, areaId }) => areaId !== areaOfUnit(id)),
    ...speakers.filter(({ unitId, areaId }) => areaId !== areaOfUnit(unitId)),
    ...appointments.filter(({ speaker, areaId }) => areaId !== areaOfUnit(speaker.unitId)),
    ...words.filter(({ speakerId, areaId }) => areaId !== personById.get(speakerId)?.areaId),
  ];
}

describe("everything carries its area", () => {
  const step = fc.record({
    kind: fc.constantFrom("add", "move", "level", "person", "transfer", "undo" as const),
    one: fc.nat(),
    other: fc.nat(),
    level: fc.constantFrom("province" as const, "province" as const, "commune" as const, "central" as const),
  });

  test("through any additions, moves, changes of level, and what is taken back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        const top = await makeUnit({ parent: root, level: "central" });
        const units = [top.id];
        const people: string[] = [];
        let last: { id: string; change: string } | null = null;
        const pick = (from: string[], n: number) => from[n % from.length] ?? top.id;
        for (const { kind, one, other, level } of steps) {
          const unit = pick(units, one);
          const another = pick(units, other);
          if (kind === "add") units.push((await makeUnit({ parent: { id: unit }, level })).id);
          if (kind === "person") {
            const speaker = await makeSpeaker({ unit: { id: unit } });
            await makeAppointment({ speaker, unit: root });
            people.push(speaker.id);
          }
          if (kind === "transfer" && people.length > 0)
            await db.speaker.update({ where: { id: pick(people, other) }, data: { unitId: unit } });
          const facts = await db.unit.findUniqueOrThrow({ where: { id: unit } });
          const { name, shortName, code, revision } = facts;
          if (kind === "move" && unit !== top.id) {
            const change = await move(unit, another).catch(() => null);
            if (change) last = { id: unit, change };
          }
          if (kind === "level") {
            const values = {
              name,
              shortName,
              code,
              kind: facts.kind as "other",
              level,
              from: day,
              reason: null,
              revision,
            };
            const change = await changeUnit(everywhere, unit, values).catch(() => null);
            if (change) last = { id: unit, change };
          }
          if (kind === "undo" && last)
            await undoUnitChange(everywhere, last.id, last.change).catch(() => null);
        }
        expect(await wrongAreas()).toEqual([]);
      }),
      { numRuns: 25, seed: 5 },
    );
  }, 120_000);

  test("when many units come in one statement, children before their parents", async () => {
    const [province, commune, ward] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const facts = { kind: "other", openedOn: new Date("2025-01-01"), name: "x" };
    await db.unit.createMany({
      data: [
        { ...facts, id: ward, parentId: commune, level: "province" },
        { ...facts, id: commune, parentId: province, level: "commune" },
        { ...facts, id: province, parentId: root.id, level: "province" },
      ],
    });
    const rows = await db.unit.findMany({ where: { areaId: province }, select: { id: true } });
    expect(rows.map(({ id }) => id).sort()).toEqual([province, commune, ward].sort());
  });

  test("a large change that is taken back leaves them right, and is not stopped by a move in between", async () => {
    const [one, other] = [
      await makeUnit({ parent: root, level: "province" }),
      await makeUnit({ parent: root, level: "province" }),
    ];
    const commune = await makeUnit({ parent: one });
    const speaker = await makeSpeaker({ unit: commune });
    await makeAppointment({ speaker });
    const { changeSetId } = await db.$transaction((tx) =>
      asChangeSet(tx, everywhere, { kind: "roster.bulk", title: "", unitId: root.id }, async () => {
        await tx.speaker.update({ where: { id: speaker.id }, data: { unitId: other.id } });
        const { id } = await makeSpeaker({ unit: commune });
        await tx.speaker.update({ where: { id }, data: { note: "x" } });
      }),
    );
    await move(commune.id, other.id);
    expect(await takeBackChangeSet(everywhere, changeSetId)).toBe(true);
    expect(await db.speaker.findUnique({ where: { id: speaker.id } })).toMatchObject({
      unitId: commune.id,
      areaId: other.id,
    });
    expect(await wrongAreas()).toEqual([]);
  });

  test("who adds people waits for a move that is under way, and a move waits for them", async () => {
    const [one, other] = [
      await makeUnit({ parent: root, level: "province" }),
      await makeUnit({ parent: root, level: "province" }),
    ];
    const communes = await Promise.all(["a", "b"].map(() => makeUnit({ parent: one })));
    await Promise.all(
      communes.flatMap((unit) => [
        ...[1, 2, 3].map(async () => makeAppointment({ speaker: await makeSpeaker({ unit }) })),
        move(unit.id, other.id),
        ...[1, 2, 3].map(async () => makeAppointment({ speaker: await makeSpeaker({ unit }) })),
      ]),
    );
    expect(await wrongAreas()).toEqual([]);
    expect(await db.appointment.count({ where: { areaId: other.id } })).toBe(12);
  });
});

describe("a list by area", () => {
  let province: { id: string };
  let officer: Actor;

  beforeAll(async () => {
    province = await makeUnit({ level: "province", parent: root });
    const outside = await makeUnit({ level: "province", parent: root });
    const units = [province, outside];
    for (let n = 0; n < 6; n++) {
      const parent = units[(n * 3) % units.length] ?? province;
      units.push(await makeUnit({ parent, level: n === 4 ? "province" : "commune" }));
    }
    officer = await makeActor({ unit: province });
    const topic = await db.topic.findFirstOrThrow();
    const family = ["Nguyễn", "Trần", "H'Hen", "Lê", "Phạm"];
    for (let n = 0; n < 90; n++) {
      const speaker = await makeSpeaker({
        fullName: `${family[n % 5]} ${["Thị", "Văn", "Hồng"][n % 3]} ${["Ánh", "Anh", "Niê", "Hoà"][n % 4]}`,
        unit: units[n % units.length],
        phone: n % 4 ? `+8491${n}` : null,
        birthYear: n % 6 ? 1960 + n / 2 : null,
      });
      await db.speaker.update({
        where: { id: speaker.id },
        data: { gender: genders[n % 2], politicalTheory: politicalTheoryLevels[n % 5] },
      });
      if (n % 3 === 0)
        await db.speakerLanguage.create({
          data: { speakerId: speaker.id, language: "tay", level: "fluent" },
        });
      if (n % 4 === 0)
        await db.speakerTopic.create({ data: { speakerId: speaker.id, topicId: topic.id, level: "expert" } });
      const spans: [number, number | null][] = [
        [-400, null],
        [-400, 20],
        [5, 30],
        [-300, -10],
        [9, null],
      ];
      for (const shift of n % 7 === 0 ? [0, 1] : n % 11 === 0 ? [] : [0]) {
        const [from = 0, to = null] = spans[(n + shift) % spans.length] ?? [];
        await makeAppointment({
          speaker,
          unit: root,
          startsOn: addDays(day, from),
          endsOn: to === null ? null : addDays(day, to),
          role: n % 2 ? "rapporteur" : "communicator",
          level: levels[n % 3],
          network: shift ? "legal_education" : "party",
        });
      }
    }
  });

  const maybe = <T>(...values: T[]) => fc.constantFrom(null, null, null, ...values);
  const query = fc
    .record({
      q: fc.constantFrom("", "", "", "nguyen", "anh", "Thị Ánh", "hen", "0912"),
      role: maybe("rapporteur" as const),
      network: maybe("party" as const),
      level: maybe("commune" as const),
      state: maybe(...stateFilters, "ending" as const),
      fix: maybe(...fixes),
      language: maybe("tay" as const),
      theory: maybe("advanced" as const),
      gender: maybe("female" as const),
      age: maybe("young" as const),
      sort: fc.constantFrom(...sorts),
      isDownwards: fc.boolean(),
    })
    .map((wishes): RosterQuery => rosterQuery(wishes));

  test("is the list by units, in its order, page by page, with its count", async () => {
    await fc.assert(
      fc.asyncProperty(query, fc.boolean(), fc.nat({ max: 30 }), async (asked, isCentral, offset) => {
        const unit = isCentral ? province.id : null;
        const wishes = { ...asked, unit };
        const actor = isCentral ? everywhere : officer;
        const byArea = matchesOf(actor, wishes, province.id);
        const byUnits = matchesOf(actor, wishes);
        const { ids } = await findIds(byUnits, wishes, {});
        expect(await findIds(byArea, wishes, {})).toEqual({ ids, count: { total: ids.length, more: false } });
        // Those with the very tone marks come first among a few only.
        if (!byArea.exact) expect((await findIds(byArea, wishes, { gatherUpTo: 1 })).ids).toEqual(ids);
        const page = { limit: 4, offset };
        expect((await findIds(byArea, wishes, { page })).ids.slice()).toEqual(ids.slice(offset, offset + 4));
        expect(await countMatches(byArea)).toEqual({ total: ids.length, more: false });
        // As if half the country were called so: then they are walked to, and counted otherwise.
        const { byName } = byArea;
        const common = { ...byArea, byName: byName && { ...byName, about: 10_001 } };
        const walked = await findIds(common, wishes, { page, gatherUpTo: 3 });
        if (!byArea.exact) expect(walked.ids.slice()).toEqual(ids.slice(offset, offset + 4));
        expect(walked.count).toEqual({ total: Math.min(ids.length, 3), more: ids.length > 3 });
      }),
      { numRuns: 250, seed: 3, examples: [[rosterQuery({ sort: "unit" }), false, 0]] },
    );
  }, 120_000);

  test("is asked for where one province is in question, and by nobody outside it", async () => {
    const commune = await makeUnit({ parent: province });
    const communeOfficer = await makeActor({ role: "commune_officer", unit: commune });
    expect(await areaOf(everywhere, province.id)).toBe(province.id);
    expect(await areaOf(officer, null)).toBe(province.id);
    expect(await areaOf(officer, province.id)).toBe(province.id);
    expect(await areaOf(officer, commune.id)).toBe(null);
    expect(await areaOf(everywhere, null)).toBe(null);
    expect(await areaOf(communeOfficer, province.id)).toBe(null);
    expect(await countRoster(communeOfficer, rosterQuery({ unit: province.id }))).toEqual({
      total: 0,
      more: false,
    });
  });

  test("follows the tree at once: a new province, and one that ceases to be one", async () => {
    const id = await addUnit(everywhere, {
      ...{
        name: "Tỉnh ủy Mới",
        shortName: null,
        kind: "provincial_committee",
        level: "province",
        code: null,
      },
      ...{ parentId: root.id, openedOn: day, reason: null },
    });
    const speaker = await makeSpeaker({ unit: { id } });
    const query = rosterQuery({ unit: id });
    const names = async () => (await listRoster(everywhere, query)).people.map(({ id }) => id);
    expect([await areaOf(everywhere, id), await names()]).toEqual([id, [speaker.id]]);
    await move(id, province.id);
    expect([await areaOf(everywhere, id), await names()]).toEqual([null, [speaker.id]]);
    expect(await countRoster(officer, query)).toEqual({ total: 1, more: false });
  });
});
