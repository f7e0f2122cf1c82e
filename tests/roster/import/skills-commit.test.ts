/** Columns of topics and languages: they reach the record, of new people and of known ones, and are taken back with the import. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { startJobs, stopJobs } from "~/platform/job-worker.server";
import { findChange } from "~/roster/changes/changes.server";
import { takeBack } from "~/roster/changes/take-back.server";
import { importJob } from "~/roster/import/commit.server";
import { readImportPage } from "~/roster/import/import-page.server";
import { addImport, findImport, startImport } from "~/roster/import/imports.server";
import { readKnownPage } from "~/roster/import/known/known-page.server";
import { checkForPage, everyRow } from "~/roster/import/readings.server";
import { makeActor, makeSpeaker, makeUnit } from "../../factories";
import { workbook } from "./workbooks";

beforeAll(() => startJobs([importJob], true));
afterAll(stopJobs);

let baDinh: { id: string };
let officer: Actor;
let religion: { id: string };
let retired: { id: string };

beforeEach(async () => {
  const city = await makeUnit({ name: "Thành phố", level: "province" });
  baDinh = await makeUnit({ name: "Phường Ba Đình", parent: city });
  officer = await makeActor({ unit: city, permission: "roster.import" });
  religion = await topicNamed("Tín ngưỡng, phong tục", false);
  retired = await topicNamed("Kỹ năng số", true);
});

function topicNamed(name: string, retired: boolean) {
  return db.topic.upsert({ where: { name }, create: { name, retired }, update: {} });
}

const file = [
  ["(Kèm theo Quyết định số 45 - QĐ/ĐU ngày 12/8/2025 của Ban Thường vụ Đảng ủy)"],
  ["Họ và tên", "Năm sinh", "Chức danh", "Đơn vị", "Chuyên đề", "Ngoại ngữ", "Ghi chú"],
  [
    "Phạm Thị Dung",
    1990,
    "TTV",
    "Phường Ba Đình",
    "tín ngưỡng, phong tục; Y tế",
    "Anh B1, Tày, TOEIC",
    "Nói hay",
  ],
  ["Lê Văn Ân", 1975, "BCV", "Phường Ba Đình", "Kỹ năng số", "Không", null],
];

async function taken(rows: (string | number | null)[][] = file) {
  return addImport(officer, { name: "phu luc.xlsx", bytes: await workbook({ rows }) });
}

async function states(id: string) {
  const checked = await checkForPage(officer, (await findImport(officer, id))!);
  return everyRow(checked)
    .filter(({ values }) => values)
    .map(({ state, problems }) => [state, ...problems.map(({ code }) => code)].join(" "));
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

async function skills() {
  const people = await db.speaker.findMany({
    where: { unitId: baDinh.id },
    include: { topics: true, languages: { orderBy: { language: "asc" } } },
    orderBy: { fullName: "asc" },
  });
  return people.map(({ fullName, note, topics, languages }) => ({
    fullName,
    note,
    topics: topics.map(({ topicId, level }) => [topicId, level]),
    languages: languages.map(({ language, level, written }) => [language, level, written]),
  }));
}

const noteOfDung = "Nói hay; Chuyên đề: Y tế; Ngoại ngữ, tiếng dân tộc: TOEIC";

test("new people get them at the least level; what fits no list goes to the note; undo takes all back", async () => {
  const id = await taken();
  const found = (await findImport(officer, id))!;
  const { rows } = await readImportPage(officer, found, { rows: "ready", page: 1 });
  expect(rows[0]?.person).toMatchObject({
    skills: "Tín ngưỡng, phong tục; Tiếng Anh (Khá); Tày (Giao tiếp cơ bản)",
    left: "Chuyên đề: Y tế; Ngoại ngữ, tiếng dân tộc: TOEIC",
    note: "Nói hay",
  });
  expect(await committed(id)).toMatchObject({ added: 2 });
  expect(await skills()).toEqual([
    { fullName: "Lê Văn Ân", note: null, topics: [[retired.id, "interested"]], languages: [] },
    {
      fullName: "Phạm Thị Dung",
      note: noteOfDung,
      topics: [[religion.id, "interested"]],
      languages: [
        ["en", "conversational", false],
        ["tay", "basic", false],
      ],
    },
  ]);
  const line = await db.auditLine.findFirst({
    where: { action: "speaker.added", title: "Phạm Thị Dung", actorId: officer.userId },
  });
  expect(line?.after).toMatchObject({
    note: noteOfDung,
    topics: ["Tín ngưỡng, phong tục: Quan tâm"],
    languages: ["Tiếng Anh, Khá", "Tày, Giao tiếp cơ bản"],
  });
  const copy = await taken([...file, [null]]);
  expect(await states(copy)).toEqual(["there", "there"]);
  expect(await committed(copy)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  await takenBack(id);
  expect(await skills()).toEqual([]);
  expect(await db.speakerTopic.count({ where: { topicId: { in: [religion.id, retired.id] } } })).toBe(0);
});

test("of known people only what is missing is added; nothing is removed, lowered or written over", async () => {
  const dung = await makeSpeaker({ unit: baDinh, fullName: "Phạm Thị Dung", birthYear: 1990 });
  await db.speaker.update({ where: { id: dung.id }, data: { note: "Nói hay, nhớ lâu" } });
  await db.speakerTopic.create({ data: { speakerId: dung.id, topicId: retired.id, level: "certified" } });
  await db.speakerLanguage.create({
    data: { speakerId: dung.id, language: "en", level: "fluent", written: true },
  });
  const before = await skills();
  // No role and no decision: only the skills change.
  const rows = [file[1]!, file[2]!.with(2, null)];
  const id = await taken(rows);
  expect(await states(id)).toEqual(["update"]);
  const known = await readKnownPage(officer, (await findImport(officer, id))!, {
    group: null,
    page: 1,
  });
  expect(known.people[0]?.gains).toBe("Tín ngưỡng, phong tục; Tày");
  expect(await committed(id)).toMatchObject({ added: 0, updated: 1 });
  const [now] = await skills();
  expect(now).toMatchObject({
    note: "Nói hay, nhớ lâu; Chuyên đề: Y tế; Ngoại ngữ, tiếng dân tộc: TOEIC",
    languages: [
      ["en", "fluent", true],
      ["tay", "basic", false],
    ],
  });
  expect(new Map(now?.topics as [string, string][])).toEqual(
    new Map([
      [retired.id, "certified"],
      [religion.id, "interested"],
    ]),
  );
  const line = await db.auditLine.findFirst({ where: { action: "speaker.updated", subjectId: dung.id } });
  expect(line).toMatchObject({
    before: { languages: ["Tiếng Anh, Thạo, Đọc, viết được"] },
    after: { languages: ["Tiếng Anh, Thạo, Đọc, viết được", "Tày, Giao tiếp cơ bản"] },
  });
  expect(await states(await taken([...rows, [null]]))).toEqual(["there"]);
  await takenBack(id);
  expect(await skills()).toEqual(before);
});
