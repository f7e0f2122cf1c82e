/** The routes of an import: who may, in which unit, with what. */
import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { keptSchema } from "~/roster/import/choices";
import { addImport, findImport } from "~/roster/import/imports.server";
import { readWorkbook } from "~/roster/import/read.server";
import { checkForPage, everyRow } from "~/roster/import/readings.server";
import { loader as repairsLoader } from "~/routes/_app.roster.import.$importId_.repairs";
import { action as answersAction } from "~/routes/roster.import.$importId.answers";
import { loader as fileLoader } from "~/routes/roster.import.$importId.file";
import { loader as sheetLoader } from "~/routes/roster.import.$importId.problems[.]xlsx";
import { action as recalledAction } from "~/routes/roster.import.$importId.recalled";
import { makeActor, makeUnit } from "../factories";
import { answerOf, get, post } from "../requests";
import { workbook } from "../roster/import/workbooks";

let officer: Actor;
let sibling: Actor;
let reader: Actor;
let importId: string;

beforeEach(async () => {
  const city = await makeUnit({ name: "Thành phố", level: "province" });
  officer = await makeActor({ unit: city, permission: "roster.import" });
  sibling = await makeActor({ unit: await makeUnit(), permission: "roster.import" });
  reader = await makeActor({ role: "speaker", unit: city });
  importId = await addImport(officer, { name: "danh sách.xlsx", bytes: await workbook({ rows }) });
});

const rows = [
  ["Quyết định số 45-QĐ/ĐU ngày 12/8/2025"],
  ["Họ và tên", "Ngày sinh", "Điện thoại", "Chức danh"],
  ["TRẦN THỊ BÌNH", "5/3/80", 912345678, "Báo cáo"],
  ["Lê Văn Ân", "31/02/1975", null, "=1+1"],
];

describe("answers", () => {
  const path = () => `/roster/import/${importId}/answers`;
  const send = (json: unknown, who: Actor | null) =>
    answerOf(() => answersAction({ request: post(path(), json, who), params: { importId }, context: {} }));

  test("are kept", async () => {
    expect(await send({ answers: { "kind:Báo cáo": "rapporteur" } }, officer)).toMatchObject({ status: 200 });
    expect((await findImport(officer, importId))?.understanding).toMatchObject({
      answers: { "kind:Báo cáo": "rapporteur" },
    });
  });

  test("are refused from strangers, those who may not, other units, and where they make no sense", async () => {
    expect((await send({ answers: {} }, null)).status).toBe(401);
    expect((await send({ answers: {} }, reader)).status).toBe(403);
    expect((await send({ answers: {} }, sibling)).status).toBe(404);
    expect((await send({ answers: "x" }, officer)).status).toBe(422);
    expect(await send({ answers: { "kind:Báo cáo": "chief" } }, officer)).toMatchObject({
      status: 422,
      body: { errors: { "kind:Báo cáo": expect.any(String) } },
    });
  });
});

describe("what was learned before", () => {
  const send = (who: Actor | null, json: unknown = {}) =>
    answerOf(() =>
      recalledAction({
        request: post(`/roster/import/${importId}/recalled`, json, who),
        params: { importId },
        context: {},
      }),
    );

  test("is let go by whoever may import there, and by nobody else", async () => {
    const found = (await findImport(officer, importId))!;
    const kept = keptSchema.parse(found.understanding);
    const answers = { "kind:Báo cáo": "rapporteur" };
    const recalled = [
      { sheet: "Sheet1", unitName: "x", usedAt: "2026-01-01", columns: {}, answers, units: {} },
    ];
    await db.rosterImport.update({
      where: { id: importId },
      data: { understanding: { ...kept, answers, recalled } },
    });
    expect((await send(null)).status).toBe(401);
    expect((await send(reader)).status).toBe(403);
    expect((await send(sibling)).status).toBe(404);
    expect((await send(officer, "nonsense")).status).toBe(422);
    expect(await send(officer)).toMatchObject({ status: 200, body: { done: true } });
    expect((await findImport(officer, importId))?.understanding).toMatchObject({ answers: {}, recalled: [] });
  });
});

describe("repairs", () => {
  type Answer = Omit<Awaited<ReturnType<typeof answerOf>>, "body"> & {
    body: Awaited<ReturnType<typeof repairsLoader>>;
  };
  const load = (who: Actor | null, search = "", id = importId) =>
    answerOf(() =>
      repairsLoader({
        request: get(`/roster/import/${id}/repairs${search}`, who),
        params: { importId: id },
        context: {},
      }),
    ) as Promise<Answer>;

  test("stand beside what was written, and can be looked at by kind and column", async () => {
    expect(
      (await load(officer)).body.page.repairs.map((one) => [one.kind, one.original, one.repaired]),
    ).toEqual([
      ["case", "TRẦN THỊ BÌNH", "Trần Thị Bình"],
      ["century", "5/3/80", "05/03/1980"],
      ["zero", "912345678", "0912 345 678"],
    ]);
    const { page } = (await load(officer, "?field=fullName")).body;
    expect(page).toMatchObject({
      total: 1,
      all: { kinds: 1, fields: 3 },
      kinds: [{ key: "case", count: 1 }],
    });
    expect(page.fields).toHaveLength(3);
  });

  test("are shown to nobody else", async () => {
    expect((await load(null)).status).toBe(302);
    expect((await load(reader)).status).toBe(403);
    expect((await load(sibling)).status).toBe(404);
    expect((await load(officer, "", randomUUID())).status).toBe(404);
    expect((await load(officer, "?kind=nonsense&page=-1")).status).toBe(200);
  });
});

describe("the original file", () => {
  const load = (who: Actor | null) =>
    answerOf(() =>
      fileLoader({ request: get(`/roster/import/${importId}/file`, who), params: { importId }, context: {} }),
    );

  test("comes back as it was, under its name, and the trail says so", async () => {
    const request = get(`/roster/import/${importId}/file`, officer);
    const answer = await fileLoader({ request, params: { importId }, context: {} });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { fileId } = (await findImport(officer, importId))!;
    const { sha256 } = await db.storedFile.findUniqueOrThrow({ where: { id: fileId } });
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    expect(answer.headers.get("Content-Disposition")).toContain("filename*=UTF-8''danh%20s%C3%A1ch.xlsx");
    expect(await db.auditLine.count({ where: { action: "roster_import.original_opened" } })).toBe(1);
  });

  test("goes to nobody else", async () => {
    expect((await load(null)).status).toBe(302);
    expect((await load(reader)).status).toBe(403);
    expect((await load(sibling)).status).toBe(404);
  });
});

describe("the rows to put right as a sheet", () => {
  const path = () => `/roster/import/${importId}/problems.xlsx`;
  const load = (who: Actor | null) =>
    sheetLoader({ request: get(path(), who), params: { importId }, context: {} });

  test("say what is wrong, keep text as text, and can be read in again", async () => {
    const bytes = Buffer.from(await (await load(officer)).arrayBuffer());
    const [sheet] = readWorkbook(bytes);
    const texts = sheet?.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null));
    expect(texts).toEqual([
      [
        "Dòng trong tệp gốc",
        "Vướng mắc",
        "Họ và tên",
        "Ngày sinh",
        "Chức danh",
        "Điện thoại",
        "Số quyết định",
        "Ngày quyết định",
      ],
      [
        3,
        "“Báo cáo” không rõ là báo cáo viên hay tuyên truyền viên.",
        ...["Trần Thị Bình", "05/03/1980", "Báo cáo", "0912 345 678", "45-QĐ/ĐU", "12/08/2025"],
      ],
      [
        4,
        expect.stringContaining("“31/02/1975”"),
        ...["Lê Văn Ân", "31/02/1975", "'=1+1", null, "45-QĐ/ĐU", "12/08/2025"],
      ],
    ]);
    const again = await addImport(officer, { name: "sửa.xlsx", bytes });
    const read = everyRow(await checkForPage(officer, (await findImport(officer, again))!));
    const names = read.map(({ values }) => values?.fullName).filter(Boolean);
    expect(names).toEqual(["Trần Thị Bình", "Lê Văn Ân"]);
  });

  test("go to nobody else", async () => {
    expect((await answerOf(() => load(null))).status).toBe(302);
    expect((await answerOf(() => load(reader))).status).toBe(403);
    expect((await answerOf(() => load(sibling))).status).toBe(404);
  });
});
