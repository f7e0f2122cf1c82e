/** What an import taught about its heads holds for the next file with the same heads, and can be taken back. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { startJobs, stopJobs } from "~/platform/job-worker.server";
import { answer } from "~/roster/import/answers/answers.server";
import { type Kept, keptSchema } from "~/roster/import/choices";
import { importJob } from "~/roster/import/commit.server";
import { addImport, changeReading, findImport, startImport } from "~/roster/import/imports.server";
import { forgetRecalled } from "~/roster/import/memory/memories.server";
import { makeActor, makeUnit } from "../../factories";
import { workbook } from "./workbooks";

beforeAll(() => startJobs([importJob], true));
afterAll(stopJobs);

let city: { id: string };
let ward: { id: string };
let officer: Actor;

beforeEach(async () => {
  city = await makeUnit({ name: "Thành phố", level: "province" });
  ward = await makeUnit({ name: "Phường Ngọc Hà", parent: city });
  officer = await makeActor({ unit: city, permission: "roster.import" });
});

const title = ["Quyết định số 45-QĐ/ĐU ngày 12/8/2025"];
const head = ["Họ và tên", "Ngày sinh", "Đơn vị", "Chức danh", "Biệt danh"];
const american = [
  ["Nguyễn Văn An", "12/25/1975", "CT phường NH", "Báo cáo", "Ba An"],
  ["Trần Thị Bình", "11/30/1980", "CT phường NH", "BCV", "Tư Bình"],
  ["Lê Văn Cường", "03/04/1980", "CT phường NH", "BCV", null],
];

async function taken(people: (string | null)[][], heads = head, actor = officer) {
  return addImport(actor, { name: "a.xlsx", bytes: await workbook({ rows: [title, heads, ...people] }) });
}

async function kept(id: string): Promise<Kept> {
  return keptSchema.parse((await findImport(officer, id))?.understanding);
}

/** An import in which the officer said all there is to say, and committed. */
async function taught() {
  const id = await taken(american);
  await answer(officer, (await findImport(officer, id))!, {
    "kind:Báo cáo": "rapporteur",
    "dateOrder:Sheet1": "monthFirst",
    "unit:CT phường NH": ward.id,
  });
  await changeReading(officer, id, { sheet: "Sheet1", columns: { 4: "note" } });
  const run = await startImport(officer, id);
  for (;;) {
    const { endedAt, state } = await db.jobRun.findUniqueOrThrow({ where: { id: run } });
    if (endedAt) return expect(state).toBe("done");
    await new Promise((done) => setTimeout(done, 50));
  }
}

const recalled = {
  reading: { Sheet1: { columns: { 4: "note" } } },
  answers: { "kind:Báo cáo": "rapporteur", "dateOrder:Sheet1": "monthFirst" },
};

test("a file with the same heads is read as the last one was, and says from whom", async () => {
  await taught();
  const id = await taken(american, ["HỌ VÀ TÊN", "Ngày  sinh", "Đơn vị", "chức danh", "Biệt danh"]);
  expect(await kept(id)).toMatchObject({
    ...recalled,
    units: { "CT phường NH": ward.id },
    recalled: [{ sheet: "Sheet1", unitName: "Thành phố" }],
  });
});

test("taken back, the file is read afresh, but for what was said since", async () => {
  await taught();
  const id = await taken(american);
  await changeReading(officer, id, { sheet: "Sheet1", columns: { 2: "workplace" } });
  await forgetRecalled(officer, id);
  expect(await kept(id)).toMatchObject({
    reading: { Sheet1: { columns: { 2: "workplace" } } },
    answers: {},
    units: {},
    recalled: [],
  });
});

test("the order of day and month of one file proves nothing about another", async () => {
  await taught();
  const id = await taken([["Phạm Thị Dung", "25/12/1980", "CT phường NH", "Báo cáo", null]]);
  expect((await kept(id)).answers).toEqual({ "kind:Báo cáo": "rapporteur" });
});

test("other heads, and officers of other units, begin afresh", async () => {
  await taught();
  const others = await taken(american, ["Họ và tên", "Ngày sinh", "Đơn vị", "Chức danh", "Tên khác"]);
  expect((await kept(others)).recalled).toEqual([]);
  const stranger = await makeActor({ unit: await makeUnit(), permission: "roster.import" });
  const theirs = await taken(american, head, stranger);
  const { understanding } = (await findImport(stranger, theirs))!;
  expect(keptSchema.parse(understanding)).toMatchObject({ recalled: [], answers: {}, units: {} });
});

test("refusals of single values are not remembered; a second import takes the place of the first", async () => {
  await taught();
  const id = await taken(american);
  await answer(officer, (await findImport(officer, id))!, {
    "asWritten:case:fullName:LÊ VĂN ÂN": "yes",
    "kind:Báo cáo": "communicator",
  });
  const run = await startImport(officer, id);
  while (!(await db.jobRun.findUniqueOrThrow({ where: { id: run } })).endedAt)
    await new Promise((done) => setTimeout(done, 50));
  expect(await db.importMapping.findMany({ where: { unitId: city.id } })).toMatchObject([
    {
      uses: 2,
      learned: {
        columns: { 4: "note" },
        answers: { "kind:Báo cáo": "communicator", "dateOrder:": "monthFirst" },
        units: { "CT phường NH": ward.id },
      },
    },
  ]);
});
