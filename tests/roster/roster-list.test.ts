/** Lists of the roster: who is in them, in which order, within whose reach; and that count, pages and sheet agree. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { activeSpeakersOn } from "~/roster/active-speakers.server";
import { stateOn } from "~/roster/appointment";
import { findIds } from "~/roster/list/ids.server";
import { matchesOf } from "~/roster/list/matches.server";
import { listSpeakerChoices, searchPeople } from "~/roster/people-search.server";
import { asFile, exportRoster, rosterTable } from "~/roster/roster-export.server";
import { fixes, stateFilters } from "~/roster/roster-filters";
import { countRoster, listInFull, listRoster } from "~/roster/roster-list.server";
import { pageSizeOf, type RosterQuery, rosterQuery, sorts } from "~/roster/roster-query";
import { listSimilar } from "~/roster/similar.server";
import { makeActor, makeAppointment, makeSpeaker, makeUnit } from "../factories";

const day = today();
let province: { id: string };
let commune: { id: string };
let other: { id: string };
let officer: Actor;
let communeOfficer: Actor;

beforeAll(async () => {
  // In another tree, and made first: beside a second tree nobody reaches everything.
  await makeSpeaker({ fullName: "Đặng Hồng Ánh", phone: "+84912345670" });
  province = await makeUnit({ name: "Tỉnh ủy Thử", level: "province", kind: "provincial_committee" });
  commune = await makeUnit({ name: "Đảng ủy phường Ba Đình", parent: province });
  other = await makeUnit({ name: "Đảng ủy phường Ngọc Hà", parent: province });
  officer = await makeActor({ unit: province });
  communeOfficer = await makeActor({ role: "commune_officer", unit: commune });
  const names = [
    "Đặng Hồng Ánh",
    "Trần Thị Anh",
    "Lê Văn Ân",
    "Đặng Thị Hoà",
    "Nguyễn Văn Hòa",
    "Y Bhin Niê",
  ];
  for (const [index, fullName] of names.entries()) {
    const speaker = await makeSpeaker({
      fullName,
      unit: index % 2 ? commune : other,
      phone: index % 3 ? `+8491234567${index}` : null,
      birthYear: index % 4 ? 1970 + index : null,
    });
    const spans: [string, string | null][] = [
      ["2025-08-12", null],
      ["2025-08-12", addDays(day, 20)],
      ["2020-01-01", "2025-06-30"],
      [addDays(day, 9), null],
    ];
    const [startsOn, endsOn] = spans[index] ?? ["2025-08-12", addDays(day, 400)];
    if (index < 5) {
      await makeAppointment({
        speaker,
        unit: commune,
        startsOn,
        endsOn,
        role: index % 2 ? "rapporteur" : "communicator",
      });
    }
  }
  for (let index = 0; index < 60; index++) {
    const speaker = await makeSpeaker({
      fullName: `Phạm Thị Số ${"Một Hai Ba Bốn".split(" ")[index % 4]}`,
      unit: other,
    });
    if (index % 5) {
      await makeAppointment({
        speaker,
        role: "communicator",
        startsOn: "2024-01-01",
        endsOn: index % 7 ? null : "2025-01-01",
      });
      await makeAppointment({
        speaker,
        startsOn: addDays(day, -index),
        endsOn: null,
      });
    }
  }
});

async function names(actor: Actor, wishes: Partial<RosterQuery>): Promise<string[]> {
  const { people } = await listRoster(actor, rosterQuery(wishes));
  return people.map(({ fullName }) => fullName);
}

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  return Buffer.concat(await all(chunks)).toString();
}

describe("search", () => {
  test("finds by the beginnings of words, in any order, without tone marks", async () => {
    expect(await names(officer, { q: "dang hong anh" })).toEqual(["Đặng Hồng Ánh"]);
    expect(await names(officer, { q: "anh da" })).toEqual(["Đặng Hồng Ánh"]);
    expect(await names(officer, { q: "ang" })).toEqual([]);
  });

  test("finds the names of the Highlands in parts, whichever apostrophe they are written with", async () => {
    const unit = await makeUnit({ parent: province });
    const all = ["H'Hen Niê", "H’Hen Niê", "HʼHen Niê", "K’Điệp", "Y'Bhin Byă"];
    for (const fullName of all) await makeSpeaker({ fullName, unit });
    const found = async (q: string) => (await names(officer, { q, unit: unit.id })).sort();
    const hen = all.slice(0, 3).sort();
    for (const q of ["hen nie", "h hen", "h'hen", "h’hen nie", "H'Hen Niê"])
      expect(await found(q)).toEqual(hen);
    for (const q of ["k diep", "diep", "k'diep", "K’Điệp"]) expect(await found(q)).toEqual(["K’Điệp"]);
    expect(await found("y bhin")).toEqual(["Y'Bhin Byă"]);
    expect(await found("en")).toEqual([]);
  });

  test("shows those with the very tone marks first", async () => {
    expect(await names(officer, { q: "an" })).toEqual(["Trần Thị Anh", "Đặng Hồng Ánh", "Lê Văn Ân"]);
    expect(await names(officer, { q: "Ân" })).toEqual(["Lê Văn Ân", "Trần Thị Anh", "Đặng Hồng Ánh"]);
    expect(await names(officer, { q: "Hòa" })).toEqual(["Nguyễn Văn Hòa", "Đặng Thị Hoà"]);
  });

  test("takes signs of patterns for what they are", async () => {
    expect(await names(officer, { q: "%" })).toEqual([]);
    expect(await names(officer, { q: "_" })).toEqual([]);
  });

  test("finds by phone as people write it", async () => {
    expect(await names(officer, { q: "0912 345 67" })).toHaveLength(4);
    expect(await names(officer, { q: "+84912345671" })).toEqual(["Trần Thị Anh"]);
  });
});

describe("order", () => {
  test("goes by given name; Hoà and Hòa are one", async () => {
    expect(await names(communeOfficer, {})).toEqual(["Trần Thị Anh", "Đặng Thị Hoà", "Y Bhin Niê"]);
    expect(await names(communeOfficer, { isDownwards: true })).toEqual([
      "Y Bhin Niê",
      "Đặng Thị Hoà",
      "Trần Thị Anh",
    ]);
  });

  test("by unit goes by the unit's name, then by name", async () => {
    const people = (await listRoster(officer, rosterQuery({ sort: "unit" }))).people.slice(0, 4);
    expect(people.map(({ unitName, fullName }) => `${unitName}: ${fullName}`)).toEqual([
      "Đảng ủy phường Ba Đình: Trần Thị Anh",
      "Đảng ủy phường Ba Đình: Đặng Thị Hoà",
      "Đảng ủy phường Ba Đình: Y Bhin Niê",
      "Đảng ủy phường Ngọc Hà: Đặng Hồng Ánh",
    ]);
  });
});

describe("reach", () => {
  test("a commune officer finds only the own people, by every way", async () => {
    const own = ["Trần Thị Anh", "Đặng Thị Hoà", "Y Bhin Niê"];
    const query = rosterQuery();
    expect(await names(communeOfficer, {})).toEqual(own);
    expect(await countRoster(communeOfficer)).toEqual({ total: 3, more: false });
    expect(await names(communeOfficer, { q: "dang hong anh" })).toEqual([]);
    expect(await names(communeOfficer, { unit: other.id })).toEqual([]);
    expect(await names(communeOfficer, { unit: province.id })).toEqual(own);
    expect((await listSpeakerChoices(communeOfficer, "")).map(({ name }) => name)).toEqual(own);
    expect(await searchPeople(communeOfficer, "dang hong anh")).toEqual([]);
    const exported = await rosterTable(communeOfficer, query);
    const lines = [];
    for await (const { name } of exported.rows) lines.push(name);
    expect(lines).toEqual(own);
    const similar = { fullName: "Đặng Hồng Ánh", birth: null, phone: null, unitId: null };
    expect(await listSimilar(communeOfficer, similar)).toEqual([]);
    expect((await listSimilar(officer, similar)).map(({ fullName }) => fullName)).toEqual(["Đặng Hồng Ánh"]);
    const [stranger] = await db.speaker.findMany({ where: { unitId: other.id }, take: 1 });
    expect(await names(communeOfficer, { ids: [stranger?.id ?? ""] })).toEqual([]);
  });
});

test("the audit line of an export names the filter, the columns and how many", async () => {
  const query = rosterQuery({ q: "hoa", role: "communicator", columns: ["phone"] });
  await exportRoster(officer, query, { format: "csv", name: "Đội ngũ.csv" });
  const line = await db.auditLine.findFirst({
    where: { action: "roster.exported" },
    orderBy: { id: "desc" },
  });
  expect(line?.after).toEqual({
    people: 1,
    format: "csv",
    filter: ["“hoa”", "Tuyên truyền viên"],
    columns: ["Họ và tên", "Điện thoại"],
  });
});

describe("count, pages and sheet agree", () => {
  const query = fc
    .record({
      q: fc.constantFrom("", "", "an", "pham", "số ba", "Hòa", "0912"),
      role: fc.constantFrom(null, "rapporteur" as const, "communicator" as const),
      network: fc.constantFrom(null, "party" as const),
      level: fc.constantFrom(null, "commune" as const, "province" as const),
      state: fc.constantFrom(null, ...stateFilters),
      fix: fc.constantFrom(null, null, ...fixes),
      day: fc.constantFrom(day, "2024-06-01", addDays(day, 300)),
      sort: fc.constantFrom(...sorts),
      isDownwards: fc.boolean(),
    })
    .map((wishes) => rosterQuery(wishes));

  test("for any filter and order", async () => {
    await fc.assert(
      fc.asyncProperty(query, fc.boolean(), async (asked, isNarrow) => {
        const wishes = isNarrow ? { ...asked, unit: other.id } : asked;
        const { total } = await countRoster(officer, wishes);
        const pages: string[] = [];
        for (let page = 1; page <= Math.max(1, Math.ceil(total / pageSizeOf(wishes))); page++) {
          const { people, count } = await listRoster(officer, { ...wishes, page });
          expect(count).toEqual({ total, more: false });
          pages.push(...people.map(({ id }) => id));
        }
        const sheet = await listInFull(officer, wishes, { batch: 7 });
        expect((await all(sheet.people)).map(({ id }) => id)).toEqual(pages);
        expect([pages.length, new Set(pages).size, sheet.count]).toEqual([total, total, total]);
        const table = await rosterTable(officer, wishes);
        expect((await all(table.rows)).map(({ id }) => id)).toEqual(pages);
        const { chunks } = asFile("csv", await rosterTable(officer, wishes), officer);
        expect((await textOf(chunks)).split("\r\n").length - 2).toBe(total);
      }),
      { numRuns: 120, seed: 11 },
    );
  }, 60_000);

  test("very many are walked into the same order as a few are gathered", async () => {
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        const wishes = { ...asked, q: asked.q.replace(/[^a-z ]/g, "") };
        const gathered = await listInFull(officer, wishes);
        const walked = await listInFull(officer, wishes, { gatherUpTo: 1 });
        const ids = async ({ people }: typeof walked) => (await all(people)).map(({ id }) => id);
        const inOrder = await ids(gathered);
        expect(await ids(walked)).toEqual(inOrder);
        const page = await findIds(matchesOf(officer, wishes), wishes, {
          page: { limit: 2, offset: 1 },
          gatherUpTo: 1,
        });
        expect(page.ids.slice()).toEqual(inOrder.slice(1, 3));
        expect(page.count).toEqual({ total: Math.min(inOrder.length, 1), more: inOrder.length > 1 });
      }),
      { numRuns: 120, seed: 12 },
    );
  }, 60_000);

  test("each state filter holds whom the pure rule calls so", async () => {
    const everybody = await all((await listInFull(officer, rosterQuery())).people);
    const taken = { active: ["active", "ending", "unknown"], ending: ["ending"], upcoming: ["upcoming"] };
    for (const on of [day, "2024-06-01", "2025-12-01", addDays(day, 380)]) {
      for (const state of stateFilters) {
        const expected = everybody.filter(({ appointments }) =>
          ({ former: ["former"], never: ["never"], ...taken })[state].includes(
            stateOn(appointments, on).state,
          ),
        );
        const found = await all((await listInFull(officer, rosterQuery({ state, day: on }))).people);
        expect([state, on, found.map(({ id }) => id)]).toEqual([state, on, expected.map(({ id }) => id)]);
      }
    }
  });

  test("active on a day in a unit is what the appointments say", async () => {
    const active = await all((await listInFull(officer, rosterQuery({ state: "active" }))).people);
    expect((await activeSpeakersOn(day, province.id)).sort()).toEqual(active.map(({ id }) => id).sort());
  });
});
