/** A file of units from its bytes to the tree. */
import * as xlsx from "@e965/xlsx";
import { expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { sheetWords } from "~/platform/sheet-words";
import { readTextSheets } from "~/platform/sheets.server";
import { importUnits } from "~/units/import/commit.server";
import type { ImportOptions } from "~/units/import/import";
import { addUnitFile, findUnitFile } from "~/units/import/preview.server";
import { understandUnits } from "~/units/import/understand";
import { listChildren, searchUnits } from "~/units/index.server";
import { unitWords } from "~/units/words";
import { makeActor, makeUnit } from "../../factories";

const flat = `province_code,province,commune_code,commune
01,Thành phố Hà Nội,00004,Phường Ba Đình
01,Thành phố Hà Nội,00008,Phường Ngọc Hà
46,Thành phố Huế,19753,Xã Phú Vang
`;
const options: ImportOptions = { only: "", parentId: "", openedOn: "2025-07-01", reason: "NQ 202/2025/QH15" };
const quiet = { progress: async () => {}, checkCancelled: async () => {}, finish: async () => {} };

async function actorWithRoot() {
  const root = await makeUnit({ name: "Trung ương", level: "central", kind: "central_committee" });
  const actor = await makeActor({ unit: root, role: "system_administrator", permission: "units.edit" });
  return { actor, root };
}
async function take(actor: Actor, text: string | Buffer, more: Partial<ImportOptions> = {}) {
  const id = await addUnitFile(actor, "units.csv", Buffer.from(text));
  return importUnits(actor, id, { ...options, ...more }, quiet);
}

test("a flat file becomes provinces with their communes, and the same file again adds nothing", async () => {
  const { actor, root } = await actorWithRoot();
  const parentId = root.id;
  expect(await take(actor, `\ufeff${flat}`, { parentId })).toEqual({
    added: 5,
    kept: 0,
    differing: 0,
    failed: 0,
  });
  expect(await take(actor, flat, { parentId })).toEqual({ added: 0, kept: 5, differing: 0, failed: 0 });
  const provinces = await listChildren(actor, root.id);
  expect(
    provinces.map(({ code, name, kind, level, children }) => [code, name, kind, level, children]),
  ).toEqual([
    ["01", "Thành phố Hà Nội", "provincial_committee", "province", 2],
    ["46", "Thành phố Huế", "provincial_committee", "province", 1],
  ]);
  expect(await searchUnits(actor, "ngoc ha")).toMatchObject([
    { code: "00008", path: "Trung ương › Thành phố Hà Nội", openedOn: "2025-07-01" },
  ]);
  const lines = await db.auditLine.groupBy({ by: ["action"], _count: true, orderBy: { action: "asc" } });
  expect(lines.map(({ action, _count }) => [action, _count])).toEqual([
    ["unit.added", 5],
    ["unit.imported", 2],
  ]);
  expect(await db.auditLine.findFirst({ where: { title: "Phường Ngọc Hà" } })).toMatchObject({
    before: {},
    after: { code: "00008", parent: "Thành phố Hà Nội", openedOn: "2025-07-01", reason: "NQ 202/2025/QH15" },
  });
});

test("one province of the file may be taken alone, and comes to the units that are there already", async () => {
  const { actor, root } = await actorWithRoot();
  const only = (code: string) =>
    take(actor, flat.replaceAll("46,", "48,"), { parentId: root.id, only: code });
  expect(await only("48")).toMatchObject({ added: 2 });
  expect((await listChildren(actor, root.id)).map(({ code }) => code)).toEqual(["48"]);
});

test("a plain table is read by its heads, whatever their order, and its children may stand before their parents", async () => {
  const { actor, root } = await actorWithRoot();
  const sheet = xlsx.utils.aoa_to_sheet([
    ["DANH SÁCH ĐƠN VỊ"],
    [],
    ["Tên đơn vị", "Mã cấp trên", "Mã", "Loại", "Cấp"],
    ["Chi bộ Trường THCS Phan Chu Trinh", "B1", "B1.1", "Chi bộ", ""],
    ["Đảng ủy Công an tỉnh", "", "B1", "Đảng ủy trực thuộc", "Cấp tỉnh"],
    ["Xã Hòa Xá", "B1", "20001", "", ""],
  ]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, "Đơn vị");
  const bytes: Buffer = xlsx.write(book, { type: "buffer", bookType: "xlsx" });
  expect(await take(actor, bytes, { parentId: root.id })).toMatchObject({ added: 3, failed: 0 });
  const [committee] = await listChildren(actor, root.id);
  expect(committee).toMatchObject({ code: "B1", kind: "affiliated_committee", level: "province" });
  expect(
    (await listChildren(actor, committee?.id ?? "")).map(({ name, kind, level }) => [name, kind, level]),
  ).toEqual([
    ["Xã Hòa Xá", "commune_committee", "commune"],
    ["Chi bộ Trường THCS Phan Chu Trinh", "cell", "grassroots"],
  ]);
});

test("what cannot be, and what differs from what is there, is told row by row and left out", async () => {
  const { actor, root } = await actorWithRoot();
  const hanoi = await makeUnit({ name: "Thành phố Hà Nội", code: "01-x", level: "province", parent: root });
  await makeUnit({ name: "Phường Phúc Xá", code: "P1", parent: hanoi });
  const table = `Mã,Tên,Mã cấp trên,Loại
P1,Phường Hồng Hà,01-x,
,Phường Thiếu Mã,01-x,
P2,,01-x,
P3,Phường Một,01-x,
P3,Phường Hai,01-x,
P4,Phường Bốn,không có,
P5,Nhà văn hóa,01-x,
P6,Đội,01-x,Đội bóng
P7,Phường Bảy,P8,
P8,Phường Tám,P7,
`;
  const id = await addUnitFile(actor, "bảng.csv", Buffer.from(table));
  const file = await findUnitFile(actor, id, { only: "" });
  expect(file?.checked.added.map(({ code, name }) => [code, name])).toEqual([["P3", "Phường Một"]]);
  expect(file?.checked.differing).toMatchObject([
    { row: 2, name: "Phường Hồng Hà", standing: { name: "Phường Phúc Xá" } },
  ]);
  expect(Object.fromEntries(file?.checked.failed.map(({ row, problem }) => [row, problem]) ?? [])).toEqual({
    3: "noCode",
    4: "noName",
    6: "codeTwice",
    7: "noParent",
    8: "noKind",
    9: "unknownKind",
    10: "parentFailed",
    11: "cycle",
  });
});

test("another person does not see the file, and nobody imports under a unit out of reach", async () => {
  const { actor } = await actorWithRoot();
  const other = await makeActor({
    permission: "units.edit",
    unit: await makeUnit({ parent: await makeUnit() }),
  });
  const id = await addUnitFile(actor, "units.csv", Buffer.from(flat));
  expect(await findUnitFile(other, id, { only: "" })).toBe(null);
  await expect(take(other, flat)).rejects.toThrow(unitWords.vi.needsParent);
  const elsewhere = await makeUnit();
  await expect(take(other, flat, { parentId: elsewhere.id })).rejects.toThrow(unitWords.vi.noSuchUnit);
});

test("refuses what is no table, or no table of units", () => {
  const refusal = (bytes: string | Buffer) => () => readTextSheets(Buffer.from(bytes));
  expect(refusal("")).toThrow(sheetWords.vi.empty);
  expect(refusal("%PDF-1.7, ")).toThrow(sheetWords.vi.notATable);
  expect(refusal(Buffer.from([0x50, 0x4b, 3, 4, 0]))).toThrow(sheetWords.vi.noWorkbook);
  expect(refusal(Buffer.from([0xc0, 0x2c, 0xff]))).toThrow(sheetWords.vi.notUtf8);
  expect(understandUnits(readTextSheets(Buffer.from("a,b\n1,2\n")))).toBe(null);
});
