/** What is unclear is asked once, changes nothing until it is answered, and then holds for every row. */
import { expect, test } from "vitest";
import { today } from "~/platform/clock";
import { checkRows } from "~/roster/import/check";
import { type Answers, questionsOf } from "~/roster/import/questions";
import { understand } from "~/roster/import/understand";
import { against, sheetsOf } from "./workbooks";

async function asked(rows: string[][], answers: Answers = {}) {
  const head = ["Họ và tên", "Ngày sinh", "Đơn vị", "LLCT", "Chức danh"];
  const understood = understand(await sheetsOf({ rows: [head, ...rows] }));
  const settings = {
    unitId: "city",
    kind: null,
    level: null,
    decision: null,
    startsOn: "2025-09-01",
    units: {},
    answers,
  };
  const checked = checkRows(understood, settings, against()).slice(1);
  return { checked, questions: questionsOf(checked, against().findUnit) };
}

const unclear = [
  ["Nguyễn Văn An", "12/25/1975", "Phường Ba Đình", "TC", "BCV"],
  ["Trần Thị Bình", "03/04/1980", "CT phường NH", "XYZ", "Báo cáo"],
  ["Lê Văn Cường", "11/30/1980", "CT phường NH", "XYZ", "Báo cáo"],
];

test("one question for each text, with proposals, those of most rows first", async () => {
  const { questions } = await asked(unclear);
  expect(questions.map(({ kind, original, count }) => [kind, original, count])).toEqual([
    ["politicalTheory", "XYZ", 2],
    ["kind", "Báo cáo", 2],
    ["unit", "CT phường NH", 2],
    ["dateOrder", "Sheet1", 1],
  ]);
  expect(questions[1]?.proposals.map(({ value }) => value)).toEqual(["rapporteur", "communicator"]);
});

test("an answer holds for all rows that it is about", async () => {
  const answers = {
    "politicalTheory:XYZ": "intermediate",
    "kind:Báo cáo": "rapporteur",
    "dateOrder:Sheet1": "monthFirst",
  };
  const { checked } = await asked(unclear, answers);
  expect(checked.map(({ values }) => [values?.birth, values?.politicalTheory, values?.kind])).toEqual([
    [{ year: 1975, month: 12, day: 25 }, "intermediate", "rapporteur"],
    [{ year: 1980, month: 3, day: 4 }, "intermediate", "rapporteur"],
    [{ year: 1980, month: 11, day: 30 }, "intermediate", "rapporteur"],
  ]);
});

test("a year of two digits is asked only where no year makes somebody grown up, once for all who have it", async () => {
  const young = Number(today().slice(0, 4)) - 16;
  const digits = String(young).slice(2);
  const rows = [
    ["Nguyễn Văn An", "5/3/75", "Phường Ba Đình", "TC", "BCV"],
    ["Trần Thị Bình", `5/3/${digits}`, "Phường Ba Đình", "TC", "BCV"],
    ["Lê Văn Cường", `00/4/${digits}`, "Phường Ba Đình", "TC", "BCV"],
  ];
  const { questions, checked } = await asked(rows);
  expect(questions).toMatchObject([
    { id: `century:${digits}`, kind: "century", count: 2, proposals: [{ value: String(young) }] },
  ]);
  expect(checked.map(({ values }) => values?.birth)).toEqual([{ year: 1975, month: 3, day: 5 }, null, null]);
  const { checked: answered } = await asked(rows, { [`century:${digits}`]: String(young) });
  expect(answered.map(({ values, problems }) => [values?.birth, problems])).toEqual([
    [{ year: 1975, month: 3, day: 5 }, []],
    [{ year: young, month: 3, day: 5 }, []],
    [{ year: young, month: 4 }, []],
  ]);
});

test("a single impossible date makes no custom of the sheet", async () => {
  const { checked } = await asked([
    ["Nguyễn Văn An", "12/25/1975", "Phường Ba Đình", "TC", "BCV"],
    ["Trần Thị Bình", "03/04/1980", "Phường Ba Đình", "TC", "BCV"],
  ]);
  expect(
    checked.map(({ problems, values }) => [problems.map(({ code }) => code), values?.birth ?? null]),
  ).toEqual([
    [["badBirth"], null],
    [[], { year: 1980, month: 4, day: 3 }],
  ]);
});
