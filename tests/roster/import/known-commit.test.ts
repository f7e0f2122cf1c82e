/** A roster file about people who are there already: recognised, updated as the officer chose, and taken back to the very state before. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { startJobs, stopJobs } from "~/platform/job-worker.server";
import { findChange } from "~/roster/changes/changes.server";
import { takeBack } from "~/roster/changes/take-back.server";
import { searchAllPairs } from "~/roster/doubles/pairs.server";
import { importJob } from "~/roster/import/commit.server";
import { addImport, findImport, startImport } from "~/roster/import/imports.server";
import { chooseForRow, chooseRules, chooseSameForAll } from "~/roster/import/known/choices.server";
import { checkForPage, everyRow } from "~/roster/import/readings.server";
import { makeActor, makeAppointment, makeDecision, makeSpeaker, makeUnit } from "../../factories";
import { workbook } from "./workbooks";

beforeAll(() => startJobs([importJob], true));
afterAll(stopJobs);

let city: { id: string };
let baDinh: { id: string };
let officer: Actor;
let lan: { id: string; unitId: string };
let minh: { id: string; unitId: string };

beforeEach(async () => {
  city = await makeUnit({ name: "Thành phố", level: "province" });
  baDinh = await makeUnit({ name: "Phường Ba Đình", parent: city });
  officer = await makeActor({ unit: city, permission: "roster.import" });
  const decision = await makeDecision({ unit: city, number: "1-QĐ/ĐU" });
  lan = await makeSpeaker({
    unit: baDinh,
    fullName: "Nguyễn Thị Lan",
    birthYear: 1980,
    phone: "+84911111111",
  });
  await makeAppointment({ speaker: lan, startsOn: "2021-01-01" });
  await db.appointment.updateMany({ where: { speakerId: lan.id }, data: { decisionId: decision.id } });
  minh = await makeSpeaker({ unit: baDinh, fullName: "Trần Văn Minh" });
  await makeAppointment({ speaker: minh, startsOn: "2025-08-12" });
  const topic = await db.topic.findFirstOrThrow();
  await db.speakerTopic.create({ data: { speakerId: lan.id, topicId: topic.id, level: "certified" } });
  await db.speakerLanguage.create({ data: { speakerId: lan.id, language: "tay", level: "fluent" } });
});

const head = ["Họ và tên", "Năm sinh", "Điện thoại", "Chức vụ", "Chức danh", "Đơn vị"];
const file = [
  ["(Kèm theo Quyết định số 45 - QĐ/ĐU ngày 12/8/2025 của Ban Thường vụ Đảng ủy)"],
  head,
  ["Nguyễn Thị Lan", "05/03/1980", "0911 111 111", "Bí thư chi bộ", "BCV", "Phường Ba Đình"],
  ["Trần Văn Minh", 1975, null, null, "BCV", "Phường Ba Đình"],
  ["Phạm Thị Dung", 1990, null, null, "TTV", "Phường Ba Đình"],
];

async function taken(rows: (string | number | null)[][] = file) {
  const bytes = await workbook({ rows });
  return { id: await addImport(officer, { name: "phu luc.xlsx", bytes }), bytes };
}

async function rowsOf(id: string) {
  const checked = await checkForPage(officer, (await findImport(officer, id))!);
  return everyRow(checked).filter(({ values }) => values);
}

async function states(id: string) {
  return (await rowsOf(id)).map(({ row, state, problems, known }) =>
    [row, state, ...problems.map(({ code }) => code), known?.post.does].filter(Boolean).join(" "),
  );
}

async function committed(id: string) {
  const run = await startImport(officer, id);
  for (;;) {
    const { endedAt, result, problem } = await db.jobRun.findUniqueOrThrow({ where: { id: run } });
    if (endedAt) return problem ?? result;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function takenBack(id: string) {
  const { changeSetId } = await db.rosterImport.findUniqueOrThrow({ where: { id } });
  await takeBack(officer, (await findChange(officer, changeSetId ?? ""))!);
}

/** Every table that the roster records itself in, but for audit lines and imports; counters of saving mean nothing. */
async function dump(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'record_inserted' ORDER BY 1`;
  expect(tables.length).toBeGreaterThan(12);
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db.$queryRawUnsafe(`SELECT to_jsonb(t) - 'found_at' AS row FROM ${name} t ORDER BY id`),
    ),
  );
  return JSON.stringify(Object.fromEntries(tables.map(({ name }, at) => [name, rows[at]])), null, 1);
}

test("says who is the same, who may be, and who is new; and what the decision means for each", async () => {
  const { id } = await taken();
  expect(await states(id)).toEqual(["3 update renew", "4 problem maybeThere prove", "5 ready"]);
  const [first] = await rowsOf(id);
  expect(first?.known).toMatchObject({
    ...{ speakerId: lan.id, verdict: "same", score: 100 },
    differences: [
      { field: "birth", roster: "1980", file: "05/03/1980", choice: "take" },
      { field: "position", roster: null, file: "Bí thư chi bộ", choice: "take" },
    ],
  });
  const { known } = await checkForPage(officer, (await findImport(officer, id))!);
  expect(known).toEqual({
    places: { maybe: [3], differs: [], changes: [2], unchanged: [] },
    fields: [
      { field: "birth", differs: 0, fills: 1 },
      { field: "position", differs: 0, fills: 1 },
    ],
  });
});

test("updates only what changes, renews by the new decision, proves what stood without, and adds who is new", async () => {
  const { id } = await taken();
  await chooseSameForAll(officer, (await findImport(officer, id))!);
  expect(await states(id)).toEqual(["3 update renew", "4 update prove", "5 ready"]);
  expect(await committed(id)).toEqual({ added: 1, updated: 2, unchanged: 0, problems: 0, leftOut: 2 });
  const people = await db.speaker.findMany({
    where: { unitId: baDinh.id },
    include: { appointments: { include: { decision: true }, orderBy: { startsOn: "asc" } } },
    orderBy: { fullName: "asc" },
  });
  const posts = people.map(({ fullName, appointments }) => [
    fullName,
    ...appointments.map(({ startsOn, endsOn, decision }) =>
      [startsOn, endsOn]
        .map((day) => day?.toISOString().slice(0, 10) ?? "…")
        .concat(decision?.number ?? "?")
        .join(" "),
    ),
  ]);
  expect(posts).toEqual([
    ["Nguyễn Thị Lan", "2021-01-01 2025-08-11 1-QĐ/ĐU", "2025-08-12 … 45-QĐ/ĐU"],
    ["Phạm Thị Dung", "2025-08-12 … 45-QĐ/ĐU"],
    ["Trần Văn Minh", "2025-08-12 … 45-QĐ/ĐU"],
  ]);
  expect(people[0]).toMatchObject({ birthYear: 1980, birthMonth: 3, birthDay: 5, position: "Bí thư chi bộ" });
  const lines = await db.auditLine.findMany({
    where: { action: "speaker.updated", actorId: officer.userId, subjectId: lan.id },
  });
  expect(lines).toMatchObject([
    {
      before: { birth: "1980" },
      after: {
        ...{ birth: "05/03/1980", position: "Bí thư chi bộ", startsOn: "2025-08-12", role: "rapporteur" },
        ...{ network: "party", appointmentUnit: "Phường Ba Đình", decision: "45-QĐ/ĐU, 12/08/2025" },
      },
    },
  ]);
  expect(await states(id)).toEqual(["3 updated", "4 updated", "5 added"]);
});

test("taken back, every table is as it was, and the rows wait again", async () => {
  const { id } = await taken();
  await chooseSameForAll(officer, (await findImport(officer, id))!);
  await searchAllPairs();
  const before = await dump();
  await committed(id);
  await searchAllPairs();
  expect(await dump()).not.toBe(before);
  await takenBack(id);
  expect(await dump()).toBe(before);
  expect(await states(id)).toEqual(["3 update renew", "4 update prove", "5 ready"]);
});

test("the same file again adds nobody, doubles no appointment, and says so", async () => {
  const { id, bytes } = await taken();
  await chooseSameForAll(officer, (await findImport(officer, id))!);
  await committed(id);
  const before = await dump();
  const again = await addImport(officer, { name: "phu luc.xlsx", bytes });
  expect(await states(again)).toEqual(["3 there nothing", "4 there nothing", "5 there nothing"]);
  expect(await committed(again)).toEqual({ added: 0, updated: 0, unchanged: 3, problems: 0, leftOut: 2 });
  expect(await dump()).toBe(before);
  // Of another file with the same content, too: then by likeness.
  const { id: copy } = await taken([...file, [null]]);
  expect(await states(copy)).toEqual(["3 there nothing", "4 there nothing", "5 there nothing"]);
});

test("where both differ the row waits for a choice, for one or for all", async () => {
  const differing = file.map((row) => (row[0] === "Nguyễn Thị Lan" ? row.with(2, "0922 222 222") : row));
  const { id } = await taken(
    differing.map((row) => (row === differing[2] ? row.with(1, "05/03/1980") : row)),
  );
  await db.speaker.update({ where: { id: lan.id }, data: { birthMonth: 3, birthDay: 5 } });
  expect((await states(id))[0]).toBe("3 problem differs renew");
  const choose = (fields: { phone: "take" | "keep" | null }) =>
    chooseForRow(officer, id, { sheet: "Sheet1", row: 3, fields });
  await choose({ phone: "keep" });
  expect((await states(id))[0]).toBe("3 update renew");
  await choose({ phone: null });
  expect((await states(id))[0]).toBe("3 problem differs renew");
  await chooseRules(officer, id, { phone: "take", position: "keep" });
  expect((await states(id))[0]).toBe("3 update renew");
  await committed(id);
  expect(await db.speaker.findUnique({ where: { id: lan.id } })).toMatchObject({
    ...{ phone: "+84922222222", position: null, revision: 2 },
  });
});

test("not the same person: added as somebody else, and remembered among the pairs", async () => {
  const { id } = await taken();
  await chooseForRow(officer, id, { sheet: "Sheet1", row: 4, not: [minh.id] });
  expect((await states(id))[1]).toBe("4 ready");
  await committed(id);
  const namesakes = { fullName: "Trần Văn Minh", unitId: baDinh.id };
  expect(await db.speaker.count({ where: namesakes })).toBe(2);
  const pairs = { where: { OR: [{ oneId: minh.id }, { otherId: minh.id }] } };
  expect(await db.speakerPair.findMany(pairs)).toMatchObject([{ differentBy: officer.name }]);
  await searchAllPairs();
  await takenBack(id);
  expect(await db.speaker.count({ where: namesakes })).toBe(1);
});

test("whoever was changed while the file was compared waits for another look", async () => {
  const { id } = await taken();
  await stopJobs();
  const found = await findImport(officer, id);
  const { known } = (await rowsOf(id))[0]!;
  const { updatePeople } = await import("~/roster/import/known/update.server");
  const rows = await rowsOf(id);
  await db.speaker.update({
    where: { id: lan.id },
    data: { note: "mới", updatedAt: new Date(Date.now() + 5000) },
  });
  const context = { importId: found!.id, settings: {} as never, decisions: new Map<string, string>() };
  expect(known?.speakerId).toBe(lan.id);
  expect(await updatePeople(db, officer, rows.slice(0, 1), context)).toBe(0);
  expect(await db.appointment.count({ where: { speakerId: lan.id } })).toBe(1);
  await startJobs([importJob], true);
});
