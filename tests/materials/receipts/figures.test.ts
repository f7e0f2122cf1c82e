/** Figures of reading: each recipient of each material once, in time, late or not, within one's own units. */
import * as xlsx from "@e965/xlsx";
import { expect, test } from "vitest";
import { type FiguresQuery, pageSize, readFiguresQuery } from "~/materials/receipts/figures";
import { exportFigures, readFigures, readFiguresPage } from "~/materials/receipts/figures.server";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { writeWorkbook } from "~/platform/sheet-writer.server";
import { makeActor, makeUnit } from "../../factories";
import { makePublished, makeReader } from "./made";

const period = (by: FiguresQuery["by"]): FiguresQuery => ({
  by,
  from: "2026-11-01",
  to: "2026-11-30",
  page: 1,
});

async function makeProvince() {
  const unit = await makeUnit({ level: "province" });
  const ward = await makeUnit({ name: "Đảng ủy phường Cửa Lam", parent: unit });
  const village = await makeUnit({ name: "Đảng ủy xã Pá Lau", parent: unit });
  const [an, binh] = [await makeReader({ unit: ward }), await makeReader({ unit: ward })];
  await makeReader({ unit: village, account: false });
  const asked = await makePublished({
    unit,
    title: "Đề cương",
    kind: "outline",
    acknowledgeBy: "2026-11-10",
  });
  const plain = await makePublished({ unit, title: "Bản tin", kind: "bulletin", acknowledgeBy: null });
  await makePublished({ unit, publishedAt: "2026-10-31T16:59:00Z" });
  const receipt = (versionId: string, userId: string, times: object) =>
    db.materialReceipt.create({ data: { versionId, userId, ...times } });
  // The last minute of the last day in Viet Nam, and the first one after it.
  await receipt(asked.version.id, an.userId, {
    openedAt: new Date("2026-11-05T00:00:00Z"),
    acknowledgedAt: new Date("2026-11-10T16:59:00Z"),
  });
  await receipt(asked.version.id, binh.userId, { acknowledgedAt: new Date("2026-11-10T17:00:00Z") });
  await receipt(plain.version.id, an.userId, { openedAt: new Date() });
  const officer = await makeActor({ unit, permission: "materials.view" });
  return { unit, ward, village, asked, plain, officer };
}

test("counts in time, late and not, in the days of Viet Nam; only what went out in the period", async () => {
  const { officer } = await makeProvince();
  const { lines, total } = await readFigures(officer, period("unit"));
  expect(total).toEqual({ materials: 2, addressed: 6, opened: 2, inTime: 1, late: 1, not: 1 });
  expect(
    lines.map(({ name, materials, addressed, opened, inTime, late, not }) => [
      name,
      ...[materials, addressed, opened, inTime, late, not],
    ]),
  ).toEqual([
    ["Đảng ủy xã Pá Lau", 2, 2, 0, 0, 0, 1],
    ["Đảng ủy phường Cửa Lam", 2, 4, 2, 1, 1, 0],
  ]);
});

test("by kind and by material the same things are summed otherwise", async () => {
  const { officer } = await makeProvince();
  const sums = async (by: FiguresQuery["by"]) =>
    (await readFigures(officer, period(by))).lines.map(({ name, addressed, not }) => [name, addressed, not]);
  expect(await sums("kind")).toEqual([
    ["outline", 3, 1],
    ["bulletin", 3, 0],
  ]);
  expect((await sums("material")).sort()).toEqual([
    ["Bản tin", 3, 0],
    ["Đề cương", 3, 1],
  ]);
});

test("a page holds its own lines, the sums and the sheet all of them", async () => {
  const unit = await makeUnit({ level: "province" });
  const wards = await Promise.all(Array.from({ length: pageSize + 2 }, () => makeUnit({ parent: unit })));
  for (const ward of wards) await makeReader({ unit: ward, account: false });
  await makePublished({ unit, acknowledgeBy: "2026-11-10" });
  const officer = await makeActor({ unit, permission: "materials.view" });
  const read = (page: number) => readFiguresPage(officer, { ...period("unit"), page });
  const [first, last, beyond] = [await read(1), await read(2), await read(9)];
  expect([first.lines.length, last.lines.length]).toEqual([pageSize, 2]);
  expect(first).toMatchObject({ count: pageSize + 2, total: { materials: 1, not: pageSize + 2 } });
  expect(beyond).toEqual(last);
  expect(new Set([...first.lines, ...last.lines].map(({ key }) => key)).size).toBe(pageSize + 2);
  expect((await exportFigures(officer, period("unit"))).rows).toHaveLength(pageSize + 2);
});

test("a leader sees figures of the own people alone", async () => {
  const { village } = await makeProvince();
  const leader = await makeActor({ role: "commune_leader", unit: village, permission: "materials.view" });
  const { lines, total } = await readFigures(leader, period("unit"));
  expect(total).toMatchObject({ materials: 2, addressed: 2 });
  expect(lines.map(({ name }) => name)).toEqual(["Đảng ủy xã Pá Lau"]);
});

test("the sheet holds the page's lines, and is noted", async () => {
  const { officer } = await makeProvince();
  const chunks: Buffer[] = [];
  for await (const chunk of writeWorkbook(await exportFigures(officer, period("kind")))) chunks.push(chunk);
  const book = xlsx.read(Buffer.concat(chunks));
  const rows = xlsx.utils.sheet_to_json<string[]>(Object.values(book.Sheets)[0] as xlsx.WorkSheet, {
    header: 1,
  });
  expect(rows.slice(1)).toEqual([
    ["Đề cương", 1, 3, 1, 1, 1, 1],
    ["Bản tin", 1, 3, 1, 0, 0, 0],
  ]);
  expect(
    await db.auditLine.count({ where: { action: "material.figuresExported", actorId: officer.userId } }),
  ).toBe(1);
});

test("reads the period however it is typed, and the last 90 days where none is", () => {
  const read = (search: string) => readFiguresQuery(new URL(`http://localhost/${search}`));
  expect(read("?from=01/11/2026&to=2026-11-30&by=kind")).toEqual(period("kind"));
  expect(read("?from=30/11/2026&to=01/11/2026&by=unit")).toEqual(period("unit"));
  expect(read("?from=x&by=x")).toEqual({ by: "unit", from: addDays(today(), -90), to: today(), page: 1 });
});
