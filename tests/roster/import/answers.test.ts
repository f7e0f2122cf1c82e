/** What an officer answers is kept with the import and holds for every row; a refused repair leaves the file's text. */
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { answer } from "~/roster/import/answers/answers.server";
import { refusalId, repairedAfterAll, wholeRefusalId } from "~/roster/import/answers/refusals";
import { words } from "~/roster/import/answers/words";
import type { AnswersGiven } from "~/roster/import/choices";
import type { PlacedRow } from "~/roster/import/import-thread.server";
import { addImport, findImport, fixRow } from "~/roster/import/imports.server";
import { checkForPage, everyRow } from "~/roster/import/readings.server";
import { valuesBetween } from "~/roster/import/repaired/repair-list";
import { asInFile } from "~/roster/import/repairs";
import { makeActor, makeUnit } from "../../factories";
import { workbook } from "./workbooks";

let city: { id: string };
let ward: { id: string };
let officer: Actor;

beforeEach(async () => {
  city = await makeUnit({ name: "Thành phố", level: "province" });
  ward = await makeUnit({ name: "Phường Ngọc Hà", parent: city });
  officer = await makeActor({ unit: city, permission: "roster.import" });
});

const rows = [
  ["Quyết định số 45-QĐ/ĐU ngày 12/8/2025"],
  ["Họ và tên", "Ngày sinh", "Đơn vị", "LLCT", "Chức danh"],
  ["ĐINH NÚP", "12/25/1975", "CT phường NH", "TC", "BCV"],
  ["Trần Thị Bình", "03/04/1980", "CT phường NH", "XYZ", "Báo cáo"],
  ["ĐINH NÚP", "11/30/1980", "CT phường NH", "XYZ", "Báo cáo"],
];

async function taken() {
  return addImport(officer, { name: "a.xlsx", bytes: await workbook({ rows }) });
}

async function checked(id: string) {
  const found = await findImport(officer, id);
  return checkForPage(officer, found!);
}

async function read(id: string): Promise<PlacedRow[]> {
  return everyRow(await checked(id)).filter(({ values }) => values);
}

async function give(id: string, answers: AnswersGiven) {
  await answer(officer, (await findImport(officer, id))!, answers);
}

test("an answer given once changes all rows it is about, and can be taken back", async () => {
  const id = await taken();
  const before = await read(id);
  await give(id, {
    "kind:Báo cáo": "rapporteur",
    "politicalTheory:XYZ": "intermediate",
    "dateOrder:Sheet1": "monthFirst",
    "unit:CT phường NH": ward.id,
  });
  const after = await read(id);
  expect(
    after.map(({ values, unit }) => [values?.birth, values?.politicalTheory, values?.kind, unit?.id]),
  ).toEqual([
    [{ year: 1975, month: 12, day: 25 }, "intermediate", "rapporteur", ward.id],
    [{ year: 1980, month: 3, day: 4 }, "intermediate", "rapporteur", ward.id],
    [{ year: 1980, month: 11, day: 30 }, "intermediate", "rapporteur", ward.id],
  ]);
  expect(after.map(({ state }) => state)).toEqual(["ready", "ready", "ready"]);
  await give(id, {
    "kind:Báo cáo": null,
    "politicalTheory:XYZ": null,
    "dateOrder:Sheet1": null,
    "unit:CT phường NH": null,
  });
  expect(await read(id)).toEqual(before);
});

test("what was answered stays among the questions, with the rows that it is about", async () => {
  const id = await taken();
  const brief = async () =>
    (await checked(id)).questions.map((question) => [question.id, question.count, question.answer]);
  const open = [
    ["unit:CT phường NH", 3, null],
    ["politicalTheory:XYZ", 2, null],
    ["kind:Báo cáo", 2, null],
    ["dateOrder:Sheet1", 1, null],
  ];
  expect(await brief()).toEqual(open);
  await give(id, { "kind:Báo cáo": "rapporteur" });
  expect(await brief()).toEqual(open.with(2, ["kind:Báo cáo", 2, "rapporteur"]));
  const order = (await checked(id)).questions.find(({ kind }) => kind === "dateOrder");
  expect(order?.samples).toEqual([
    {
      sheet: "Sheet1",
      row: 4,
      fullName: "Trần Thị Bình",
      text: "03/04/1980",
      becomes: { dayFirst: "03/04/1980", monthFirst: "04/03/1980" },
    },
  ]);
});

test("an answer that was not offered, or a question nobody asked, is refused", async () => {
  const id = await taken();
  await expect(give(id, { "kind:Báo cáo": "chief" })).rejects.toThrow(words.vi.refused.notOffered);
  await expect(give(id, { "kind:Khác": "rapporteur" })).rejects.toThrow(words.vi.refused.noQuestion);
  const elsewhere = await makeUnit({ name: "Xã Xa" });
  for (const unit of [elsewhere.id, "Xã Xa", "Phường"])
    await expect(give(id, { "unit:CT phường NH": unit })).rejects.toThrow(words.vi.refused.noUnit);
  await give(id, { "unit:CT phường NH": "P. Ngọc Hà" });
  expect((await read(id))[0]?.unit?.id).toBe(ward.id);
});

test("what an officer types has the day first, whatever order the sheet has", async () => {
  const id = await taken();
  const birth = async () => (await read(id))[1]?.values?.birth;
  await give(id, { "dateOrder:Sheet1": "monthFirst" });
  expect(await birth()).toEqual({ year: 1980, month: 3, day: 4 });
  await fixRow(officer, id, { sheet: "Sheet1", row: 4, values: { birth: "03/04/1980" } });
  expect(await birth()).toEqual({ year: 1980, month: 4, day: 3 });
});

test("a refused repair leaves the text as it stands in the file, in every row with it", async () => {
  const id = await taken();
  const names = async () => (await read(id)).map(({ values }) => values?.fullName);
  expect(await names()).toEqual(["Đinh Núp", "Trần Thị Bình", "Đinh Núp"]);
  const lists = (await checked(id)).repairs.filter(({ field }) => field === "fullName");
  const [repair] = valuesBetween(lists, 0, 50);
  expect(repair).toMatchObject({ kind: "case", original: "ĐINH NÚP", repaired: "Đinh Núp", count: 2 });
  await give(id, { [refusalId(repair!)]: "yes" });
  expect(await names()).toEqual(["ĐINH NÚP", "Trần Thị Bình", "ĐINH NÚP"]);
  await give(id, { [refusalId(repair!)]: null });
  expect(await names()).toEqual(["Đinh Núp", "Trần Thị Bình", "Đinh Núp"]);
});

test("a whole kind of repairs is left as in the file, but for the values that are named", async () => {
  const id = await taken();
  const names = async () => (await read(id)).map(({ values }) => values?.fullName);
  const whole = wholeRefusalId({ kind: "case", field: "fullName" });
  const one = refusalId({ kind: "case", field: "fullName", original: "ĐINH NÚP" });
  await give(id, { [one]: "yes" });
  // What is said of the whole counts from then on for all of it.
  await give(id, { [whole]: "yes" });
  const { understanding } = (await findImport(officer, id))!;
  expect(understanding).toMatchObject({ answers: { [whole]: "yes" } });
  expect(understanding).not.toHaveProperty(["answers", one]);
  expect(await names()).toEqual(["ĐINH NÚP", "Trần Thị Bình", "ĐINH NÚP"]);
  await give(id, { [one]: repairedAfterAll });
  expect(await names()).toEqual(["Đinh Núp", "Trần Thị Bình", "Đinh Núp"]);
  await give(id, { [whole]: null });
  expect(await names()).toEqual(["Đinh Núp", "Trần Thị Bình", "Đinh Núp"]);
  await give(id, { [wholeRefusalId({ kind: "blanks", field: "fullName" })]: "yes" });
  expect(await names()).toEqual(["Đinh Núp", "Trần Thị Bình", "Đinh Núp"]);
});

test("a text that fits no list may stay as it is: it stands in the note", async () => {
  const id = await taken();
  await give(id, { "politicalTheory:XYZ": asInFile });
  const theory = (await read(id)).slice(1);
  expect(theory).toHaveLength(2);
  for (const { values, problems } of theory) {
    expect(values).toMatchObject({ politicalTheory: null, left: ["Lý luận chính trị: XYZ"] });
    expect(problems.map(({ code }) => code)).not.toContain("badTheory");
  }
  await expect(give(id, { "kind:Báo cáo": asInFile })).rejects.toThrow(words.vi.refused.notOffered);
});

test("where the file's text cannot be kept as it is, its row waits for a person", async () => {
  const id = await addImport(officer, {
    name: "b.xlsx",
    bytes: await workbook({
      rows: [
        ["Quyết định số 45-QĐ/ĐU ngày 12/8/2025"],
        ["Họ và tên", "Ngày sinh", "Chức danh"],
        ["Lê Văn Ân", "5/3/75", "BCV"],
      ],
    }),
  });
  await give(id, { [refusalId({ kind: "century", field: "birth", original: "5/3/75" })]: "yes" });
  expect(await read(id)).toMatchObject([
    { state: "problem", values: { birth: null }, problems: [{ code: "badBirth", text: "5/3/75" }] },
  ]);
});

test("an import of before, without answers, reads as it did", async () => {
  const id = await taken();
  const before = await read(id);
  const { understanding } = (await findImport(officer, id))!;
  const { answers: _, ...old } = understanding as Record<string, never>;
  await db.rosterImport.update({ where: { id }, data: { understanding: old } });
  expect(await read(id)).toEqual(before);
});
