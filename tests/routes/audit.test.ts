/** The audit trail's pages: who reads which lines, filtered, paged and exported. */
import * as xlsx from "@e965/xlsx";
import { beforeAll, expect, test } from "vitest";
import type { Role } from "~/accounts";
import { type Actor, theSystem } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db } from "~/platform/db.server";
import { loader } from "~/routes/_app.audit";
import { loader as actionsLoader } from "~/routes/audit.actions";
import { loader as exportLoader } from "~/routes/audit.export[.]xlsx";
import { makeActor, makeUnit } from "../factories";
import { answerOf, get } from "../requests";

let province: { id: string };
let commune: { id: string };
let sibling: { id: string };
let lan: Actor;

beforeAll(async () => {
  const root = await makeUnit({ name: "Trung ương" });
  province = await makeUnit({ name: "Thành phố Hà Nội", parent: root });
  commune = await makeUnit({ name: "Phường Ngọc Hà", parent: province });
  sibling = await makeUnit({ name: "Phường Ba Đình", parent: province });
  lan = await makeActor({ name: "Nguyễn Thị Lan", unit: commune, role: "commune_officer" });
  const line = (unitId: string | null, title: string, by: Actor = theSystem) =>
    audit(db, by, "unit.renamed", {
      kind: "unit",
      id: unitId ?? "none",
      title,
      unitId,
      before: { name: "=Tên cũ", kind: "commune_committee" },
      after: { name: title, kind: "government" },
    });
  await line(commune.id, "Ngọc Hà mới", lan);
  await line(sibling.id, "Ba Đình mới");
  await line(null, "Không thuộc đơn vị nào");
});

const as = (role: Role, unit: { id: string }) => makeActor({ role, unit });
const read = async (actor: Actor, path = "/audit") => {
  const { status, body } = await answerOf(() =>
    loader({ request: get(path, actor), params: {}, context: {} }),
  );
  return { status, page: body as Awaited<ReturnType<typeof loader>> };
};
const titles = async (actor: Actor, path?: string) =>
  (await read(actor, path)).page.lines.map(({ title }) => title);

test("a stranger signs in first, and who may not read the trail is refused", async () => {
  expect(await answerOf(() => loader({ request: get("/audit"), params: {}, context: {} }))).toMatchObject({
    status: 302,
  });
  expect((await read(await as("commune_leader", commune))).status).toBe(403);
});

test("officers read the lines of their own units only, and those of no unit only who sees everything", async () => {
  expect(await titles(await as("commune_officer", commune))).toEqual(["Ngọc Hà mới"]);
  expect(await titles(await as("auditor", province))).toEqual(["Ba Đình mới", "Ngọc Hà mới"]);
  const root = await db.unit.findFirstOrThrow({ where: { name: "Trung ương" } });
  const all = await read(await as("auditor", root));
  expect(all.page.lines.map(({ title }) => title)).toEqual([
    "Không thuộc đơn vị nào",
    "Ba Đình mới",
    "Ngọc Hà mới",
  ]);
  expect(all.page.count).toEqual({ total: 3, more: false });
});

test("before and after stand in words", async () => {
  const { page } = await read(await as("auditor", commune));
  expect(page.lines[0]).toMatchObject({
    who: "Nguyễn Thị Lan",
    action: "Đổi tên đơn vị",
    path: `/units/${commune.id}`,
    differences: [
      { label: "Tên", before: "=Tên cũ", after: "Ngọc Hà mới" },
      { label: "Loại", before: "Đảng ủy xã, phường, đặc khu", after: "Cơ quan nhà nước" },
    ],
  });
});

test("filters by who, what, unit and period; another's unit gives nothing", async () => {
  const auditor = await as("auditor", province);
  expect(await titles(auditor, "/audit?q=thi+lan")).toEqual(["Ngọc Hà mới"]);
  expect(await titles(auditor, "/audit?q=th+la")).toEqual(["Ngọc Hà mới"]);
  expect(await titles(auditor, "/audit?q=he+thong")).toEqual(["Ba Đình mới"]);
  expect(await titles(auditor, `/audit?unit=${sibling.id}`)).toEqual(["Ba Đình mới"]);
  expect(await titles(auditor, "/audit?action=unit.closed")).toEqual([]);
  expect(await titles(auditor, "/audit?kind=unit&from=01/01/2020")).toHaveLength(2);
  expect(await titles(auditor, "/audit?to=01/01/2020")).toEqual([]);
  expect(await titles(await as("commune_officer", commune), `/audit?unit=${sibling.id}`)).toEqual([]);
  expect(await titles(auditor, "/audit?unit=x&before=y&from=z")).toHaveLength(2);
});

test("the actions to choose from come with the filters, the chosen one with its page", async () => {
  const auditor = await as("auditor", province);
  const actionsAt = async (path: string) => (await read(auditor, path)).page.actions;
  expect(await actionsAt("/audit")).toEqual([]);
  const chosen = [{ value: "unit.renamed", label: "Đổi tên đơn vị" }];
  expect(await actionsAt("/audit?action=unit.renamed")).toEqual(chosen);
  const drawnOpen = await actionsAt("/audit?action=unit.renamed&unfold=filters");
  expect(drawnOpen.length).toBeGreaterThan(50);
  const { body } = await answerOf(() =>
    actionsLoader({ request: get("/audit/actions", auditor), params: {}, context: {} }),
  );
  expect(body).toEqual({ actions: drawnOpen });
});

test("pages by id, each line once, as many as were counted and exported", async () => {
  const unit = await makeUnit({ parent: province });
  for (let count = 0; count < 120; count++) {
    await audit(db, theSystem, "unit.renamed", {
      kind: "unit",
      id: unit.id,
      title: String(count),
      unitId: unit.id,
    });
  }
  const auditor = await as("auditor", unit);
  const seen: string[] = [];
  for (let before: string | null = ""; before !== null; ) {
    const { page } = await read(auditor, `/audit?before=${before}`);
    expect(page.count.total).toBe(120);
    seen.push(...page.lines.map(({ title }) => title));
    before = page.older;
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, count) => String(119 - count)));
  const sheet = (await exportLoader({
    request: get("/audit/export.xlsx", auditor),
    params: {},
    context: {},
  })) as Response;
  expect(await rowsOf(sheet)).toHaveLength(121);
  const line = await db.auditLine.findFirst({ where: { actorId: auditor.userId }, orderBy: { id: "desc" } });
  expect([line?.action, line?.unitId]).toEqual(["trail.exported", null]);
});

test("the export holds the lines within reach, and no formula", async () => {
  const officer = await as("commune_officer", commune);
  const answer = (await exportLoader({
    request: get("/audit/export.xlsx", officer),
    params: {},
    context: {},
  })) as Response;
  expect(answer.headers.get("Content-Disposition")).toContain("filename*=UTF-8''Nh%E1%BA%ADt%20k%C3%BD");
  const [, line, ...rest] = await rowsOf(answer);
  expect(rest).toEqual([]);
  expect(line).toContain("Ngọc Hà mới");
  expect(line).toContain("Tên: =Tên cũ; Loại: Đảng ủy xã, phường, đặc khu");
});

async function rowsOf(answer: Response): Promise<string[][]> {
  const book = xlsx.read(Buffer.from(await answer.arrayBuffer()));
  return xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
}
