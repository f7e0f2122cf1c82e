/** A roster file's way into the database: taken in, corrected, committed whole or not at all. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { startJobs, stopJobs } from "~/platform/job-worker.server";
import { cancelJobRun } from "~/platform/jobs.server";
import { findChange } from "~/roster/changes/changes.server";
import { takeBack } from "~/roster/changes/take-back.server";
import { words as changeWords } from "~/roster/changes/words";
import { keptSchema } from "~/roster/import/choices";
import { importJob } from "~/roster/import/commit.server";
import {
  addImport,
  changeReading,
  changeSettings,
  chooseUnit,
  findImport,
  fixRow,
  listImports,
  listSameFile,
  startImport,
} from "~/roster/import/imports.server";
import { checkForPage, everyRow } from "~/roster/import/readings.server";
import { words } from "~/roster/import/words";
import { makeActor, makeSpeaker, makeUnit } from "../../factories";
import { type Made, workbook } from "./workbooks";

beforeAll(() => startJobs([importJob], true));
afterAll(stopJobs);

let city: { id: string };
let baDinh: { id: string };
let officer: Actor;

beforeEach(async () => {
  city = await makeUnit({ name: "Thành phố", level: "province" });
  baDinh = await makeUnit({ name: "Phường Ba Đình", parent: city });
  officer = await makeActor({ unit: city, permission: "roster.import" });
});

const title = "(Kèm theo Quyết định số 45 - QĐ/ĐU ngày 12/8/2025 của Ban Thường vụ Đảng ủy)";
const head = ["STT", "Họ và tên", "Năm sinh", "Điện thoại", "Chức danh", "Dân tộc"];
const annex: Made = {
  rows: [
    [title],
    head,
    ["I", "ĐẢNG ỦY PHƯỜNG BA ĐÌNH"],
    [1, "Đ/c TRẦN THỊ HƯỜNG", 1980, 912345678, "BCV", "Kinh"],
    [2, "Lê Văn Ân", "31/02/1975", null, "TTV", "Tày"],
    ["II", "Xã Không Có"],
    [1, "Phạm Thị Dung", 1990, null, "TTV", "Kinh"],
  ],
};

async function taken(made: Made = annex, actor = officer) {
  return takenBytes(await workbook(made), actor);
}

/** A workbook written twice differs by the moment that stands in it. */
function takenBytes(bytes: Buffer, actor = officer) {
  return addImport(actor, { name: "phu luc.xlsx", bytes });
}

async function states(id: string, actor = officer) {
  const found = await findImport(actor, id);
  return everyRow(await checkForPage(actor, found!))
    .filter(({ values }) => values)
    .map(({ row, state, problems }) => [row, state, ...problems.map(({ code }) => code)].join(" "));
}

async function committed(id: string, actor = officer) {
  const run = await startImport(actor, id);
  return ended(run);
}

async function ended(id: string) {
  for (;;) {
    const run = await db.jobRun.findUniqueOrThrow({ where: { id } });
    if (run.endedAt) return run;
    await new Promise((done) => setTimeout(done, 50));
  }
}

test("takes a file in and understands it; nothing sensitive is copied", async () => {
  const id = await taken();
  expect(await states(id)).toEqual(["4 ready", "5 problem badBirth", "7 problem unitNotFound"]);
  const stored = await db.rosterImportRow.findMany({ where: { importId: id } });
  expect(stored).toHaveLength(7);
  expect(JSON.stringify(stored)).not.toContain("Kinh");
});

test("adds who is ready with appointment, decision and audit lines, and leaves the others on the page", async () => {
  const id = await taken();
  const run = await committed(id);
  expect(run).toMatchObject({
    state: "done",
    result: { added: 1, updated: 0, unchanged: 0, problems: 2, leftOut: 2 },
  });
  const people = await db.speaker.findMany({
    where: { unitId: baDinh.id },
    include: { appointments: { include: { decision: true } }, importRows: true },
  });
  expect(people).toMatchObject([
    {
      fullName: "Trần Thị Hường",
      sortName: ["Hường", "Trần", "Thị"],
      searchName: "tran thi huong",
      birthYear: 1980,
      phone: "+84912345678",
      appointments: [
        {
          unitId: baDinh.id,
          role: "rapporteur",
          network: "party",
          level: "commune",
          startsOn: new Date("2025-08-12"),
          endsOn: null,
          decision: {
            number: "45-QĐ/ĐU",
            numberKey: "45-qđ/đu",
            issuer: "Ban Thường vụ Đảng ủy",
            kind: "recognition",
            unitId: city.id,
          },
        },
      ],
      importRows: [{ importId: id, row: 4, outcome: "added" }],
    },
  ]);
  expect(await states(id)).toEqual(["4 added", "5 problem badBirth", "7 problem unitNotFound"]);
  const lines = await db.auditLine.findMany({ where: { actorId: officer.userId }, orderBy: { id: "asc" } });
  expect(lines.map(({ action, title, unitId }) => [action, title, unitId])).toEqual([
    ["roster_import.added", "phu luc.xlsx", city.id],
    ["speaker.added", "Trần Thị Hường", baDinh.id],
    ["roster_import.committed", "phu luc.xlsx", city.id],
  ]);
});

test("bad rows are put right on the page and only they are added by the next run", async () => {
  const id = await taken();
  await committed(id);
  await fixRow(officer, id, { sheet: "Sheet1", row: 5, values: { birth: "28/02/1975" } });
  await chooseUnit(officer, id, { text: "Xã Không Có", unitId: baDinh.id });
  expect(await states(id)).toEqual(["4 added", "5 ready", "7 ready"]);
  expect(await committed(id)).toMatchObject({ state: "done", result: { added: 2, updated: 0, problems: 0 } });
  expect(await db.speaker.count({ where: { unitId: baDinh.id } })).toBe(3);
  expect(await db.decision.count({ where: { unitId: city.id } })).toBe(1);
  await expect(fixRow(officer, id, { sheet: "Sheet1", row: 4, values: { fullName: "X" } })).rejects.toThrow(
    words.vi.refused.rowAdded,
  );
});

/** Everything that an import may touch, as the database holds it. */
function dump() {
  const tables = ["speaker", "appointment", "decision", "term", "speaker_topic", "speaker_language", "unit"];
  return Promise.all(
    tables.map((table) => db.$queryRawUnsafe(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY id`)),
  );
}

async function takenBack(importId: string) {
  const { changeSetId } = await db.rosterImport.findUniqueOrThrow({ where: { id: importId } });
  const change = await findChange(officer, changeSetId ?? "");
  await takeBack(officer, change!);
}

test("taken back, the database is as it was before, and the rows can be imported again", async () => {
  await makeSpeaker({ unit: baDinh, fullName: "Người Có Sẵn" });
  const id = await taken();
  const before = await dump();
  await committed(id);
  expect(await dump()).not.toEqual(before);
  await takenBack(id);
  expect(await dump()).toEqual(before);
  expect((await findImport(officer, id))?.state).toBe("undone");
  expect(await states(id)).toEqual(["4 ready", "5 problem badBirth", "7 problem unitNotFound"]);
  expect(await committed(id)).toMatchObject({ state: "done", result: { added: 1 } });
});

test("what somebody changed since is not taken back, and then nothing is", async () => {
  const id = await taken();
  await committed(id);
  await db.speaker.updateMany({ where: { unitId: baDinh.id }, data: { position: "Bí thư" } });
  const before = await dump();
  await expect(takenBack(id)).rejects.toThrow(changeWords.blocked(1).vi);
  expect(await dump()).toEqual(before);
});

test("the list of earlier imports says what became of each", async () => {
  const id = await taken();
  const listed = { id, fileName: "phu luc.xlsx", unitName: "Thành phố", by: officer.name };
  expect(await listImports(officer)).toEqual([
    { ...listed, at: expect.any(String), state: "understood", added: 0 },
  ]);
  await committed(id);
  expect(await listImports(officer)).toMatchObject([{ ...listed, state: "done", added: 1 }]);
});

test("the same file again: flagged, and nobody is added twice", async () => {
  const bytes = await workbook(annex);
  const first = await takenBytes(bytes);
  await committed(first);
  const again = await takenBytes(bytes);
  const found = await findImport(officer, again);
  expect((await listSameFile(officer, found!)).map(({ id }) => id)).toEqual([first]);
  expect(await states(again)).toEqual(["4 there", "5 problem badBirth", "7 problem unitNotFound"]);
  expect(await committed(again)).toMatchObject({ result: { added: 0, updated: 0, unchanged: 1 } });
  expect(await db.speaker.count({ where: { unitId: baDinh.id } })).toBe(1);
});

test("people go only into units in reach, and nobody else sees the import", async () => {
  const commune = await makeActor({ role: "commune_officer", unit: baDinh, permission: "roster.import" });
  const elsewhere = await makeUnit({ name: "Xã Không Có" });
  const id = await taken(annex, commune);
  expect(await states(id, commune)).toEqual(["4 ready", "5 problem badBirth", "7 problem unitNotFound"]);
  await expect(chooseUnit(commune, id, { text: "Xã Không Có", unitId: elsewhere.id })).rejects.toThrow(
    words.vi.refused.unitOutOfReach,
  );
  await expect(
    fixRow(commune, id, { sheet: "Sheet1", row: 7, values: { unitId: elsewhere.id } }),
  ).rejects.toThrow(words.vi.refused.unitOutOfReach);
  const sibling = await makeActor({ role: "commune_officer", unit: elsewhere, permission: "roster.import" });
  expect(await findImport(sibling, id)).toBeNull();
  await expect(fixRow(sibling, id, { sheet: "Sheet1", row: 4, values: { fullName: "X" } })).rejects.toThrow(
    words.vi.refused.gone,
  );
  await expect(startImport(sibling, id)).rejects.toThrow(words.vi.refused.gone);
});

test("whom the roster has outside the officer's reach is not told", async () => {
  const elsewhere = await makeUnit({ name: "Nơi khác" });
  await db.speaker.create({
    data: {
      fullName: "Người Khác",
      sortName: ["Khác", "Người", ""],
      phone: "+84912345678",
      unitId: elsewhere.id,
    },
  });
  expect((await states(await taken()))[0]).toBe("4 ready");
});

test("the settings hold for all: decision, first day, network, level", async () => {
  const id = await taken({
    rows: [
      ["Họ và tên", "Năm sinh"],
      ["Nguyễn Văn An", 1975],
    ],
  });
  expect(await states(id)).toEqual(["2 problem noKind noStart"]);
  const settings = {
    unitId: baDinh.id,
    decision: { number: null, decidedOn: null, issuer: null, kind: "recognition" as const },
    kind: "communicator" as const,
    network: "grassroots_info" as const,
    level: "grassroots" as const,
    startsOn: "2026-01-01",
  };
  await expect(
    changeSettings(officer, id, { ...settings, decision: { ...settings.decision, number: "5-QĐ/ĐU" } }),
  ).rejects.toThrow(words.vi.refused.halfDecision);
  await changeSettings(officer, id, settings);
  await committed(id);
  expect(await db.appointment.findMany({ where: { unitId: baDinh.id } })).toMatchObject([
    {
      role: "communicator",
      network: "grassroots_info",
      level: "grassroots",
      startsOn: new Date("2026-01-01"),
      decisionId: null,
    },
  ]);
});

test("columns and head row as the officer says", async () => {
  const id = await taken({
    rows: [
      ["Danh bạ", null],
      ["A", "B"],
      ["Nguyễn Văn An", "1975"],
    ],
  });
  expect(await states(id)).toEqual([]);
  await changeReading(officer, id, { sheet: "Sheet1", headRow: 2 });
  await changeReading(officer, id, { sheet: "Sheet1", columns: { 0: "fullName", 1: "birth" } });
  expect(await states(id)).toEqual(["3 problem noKind noStart"]);
});

test("nothing is changed while it is being written; a cancelled import leaves nothing", async () => {
  const id = await taken();
  await stopJobs();
  const run = await startImport(officer, id);
  await expect(startImport(officer, id)).rejects.toThrow(words.vi.refused.running);
  await expect(chooseUnit(officer, id, { text: "Xã Không Có", unitId: baDinh.id })).rejects.toThrow(
    words.vi.refused.running,
  );
  await cancelJobRun(officer, run);
  await startJobs([importJob], true);
  expect((await ended(run)).state).toBe("cancelled");
  expect(await db.speaker.count({ where: { unitId: baDinh.id } })).toBe(0);
  expect(await committed(id)).toMatchObject({ state: "done", result: { added: 1 } });
});

test("the level of a unit that is still a district's holds its people back", async () => {
  const district = await makeUnit({ name: "Huyện Cũ", parent: city, level: "district_legacy" });
  const id = await taken({ rows: [[title], head, [1, "Lê Văn Ân", 1975, null, "TTV"]] });
  const { settings } = keptSchema.parse((await findImport(officer, id))?.understanding);
  await changeSettings(officer, id, { ...settings, unitId: district.id });
  expect(await states(id)).toEqual(["3 problem levelClosed"]);
  await changeSettings(officer, id, { ...settings, unitId: district.id, startsOn: "2025-06-30" });
  expect(await states(id)).toEqual(["3 ready"]);
});

test("a page tells at once what changed since the last: a row, a unit, a person", async () => {
  const id = await taken();
  expect(await states(id)).toEqual(["4 ready", "5 problem badBirth", "7 problem unitNotFound"]);
  const found = await findImport(officer, id);
  expect(await checkForPage(officer, found!)).toBe(await checkForPage(officer, found!));
  await fixRow(officer, id, { sheet: "Sheet1", row: 5, values: { birth: "1975" } });
  expect((await states(id))[1]).toBe("5 ready");
  await makeUnit({ name: "Xã Không Có", parent: city });
  expect((await states(id))[2]).toBe("7 ready");
  await makeSpeaker({ fullName: "Trần Thị Hường", birthYear: 1980, unit: baDinh });
  expect((await states(id))[0]).toBe("4 update");
});
