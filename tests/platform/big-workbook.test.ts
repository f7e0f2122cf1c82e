/** A large workbook is read as the library reads it. */
import * as xlsx from "@e965/xlsx";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { readBigWorkbook } from "~/platform/big-workbook.server";
import { openBigWorkbook, openWorkbook } from "~/platform/sheets.server";
import { listZip } from "~/platform/zip.server";

test("reads cells, formats, hidden rows and sheets, and merges as the library does", async () => {
  const bytes = await oddBook();
  expect(ours(bytes)).toEqual(theirs(bytes));
  expect(ours(bytes)![0]!.rows.flat().length).toBeGreaterThan(20);
});

test("reads what the library writes, with dates from 1904", () => {
  const sheet = xlsx.utils.aoa_to_sheet([
    ["Họ và tên", "a<b & c", 5, null, true],
    [null, { t: "n", v: 27_000, z: "dd/mm/yyyy" }, 0.1 + 0.2, 912_345_678, "_x000D_"],
  ]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, "A & B");
  book.Workbook = { WBProps: { date1904: true } };
  const bytes = xlsx.write(book, { type: "buffer", bookType: "xlsx" });
  expect(ours(bytes)).toEqual(theirs(bytes));
  expect(readBigWorkbook(listZip(bytes)!, (cell) => cell)!.is1904).toBe(true);
});

test("leaves small files to the library", async () => {
  expect(openBigWorkbook(await oddBook(), (cell) => cell)).toBeNull();
});

async function oddBook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Danh sách");
  sheet.addRow([
    "Nguyễn  Văn",
    { richText: [{ text: "Lê " }, { text: "Thị", font: { bold: true } }] },
    'x"<>&\n',
  ]);
  sheet.addRow([1, 1.5, -3, 123_456_789_012, 1e-7]);
  sheet.getRow(4).values = [
    null,
    new Date(Date.UTC(1975, 2, 5)),
    { formula: "1+1", result: 2 },
    { formula: "A1", result: "chữ" },
  ];
  sheet.getCell("A6").value = 912_345_678;
  sheet.getCell("A6").numFmt = "0000000000";
  sheet.getCell("B6").value = 27_458;
  sheet.getCell("B6").numFmt = "dd/mm/yyyy";
  sheet.getCell("C6").value = { error: "#N/A" };
  sheet.getCell("D6").value = false;
  sheet.getCell("E6").value = "  blanks  ";
  sheet.getRow(6).hidden = true;
  sheet.mergeCells("A8:C9");
  sheet.getCell("A8").value = "gộp";
  const hidden = book.addWorksheet("Ẩn <1>");
  hidden.state = "hidden";
  hidden.getCell("AB3").value = "xa";
  return Buffer.from(await book.xlsx.writeBuffer());
}

interface Plain {
  name: string;
  hidden: boolean;
  rows: [number, boolean, ...unknown[]][];
  merges: string[];
}

const shown = ({ t, v, w }: xlsx.CellObject) => (t === "n" ? [v, w ?? String(v)] : [w ?? v]);

function ours(bytes: Buffer): Plain[] | undefined {
  return readBigWorkbook(listZip(bytes)!, shown)?.sheets.map(({ name, hidden, rows, merges }) => ({
    name,
    hidden,
    rows: rows.map(({ number, hidden, cells }) => [number, hidden, ...cells]),
    merges: merges.map(xlsx.utils.encode_range),
  }));
}

function theirs(bytes: Buffer): Plain[] {
  const book = openWorkbook(bytes);
  return book.SheetNames.map((name, at) => {
    const sheet = book.Sheets[name] as xlsx.DenseWorkSheet;
    const rows = sheet["!data"]!.flatMap((line, index): Plain["rows"] => {
      const cells = Array.from(line ?? [], (cell) =>
        cell && cell.v !== undefined && cell.t !== "z" ? shown(cell) : null,
      );
      const last = cells.findLastIndex(Boolean);
      return last < 0
        ? []
        : [[index + 1, sheet["!rows"]?.[index]?.hidden === true, ...cells.slice(0, last + 1)]];
    });
    return {
      name,
      hidden: Boolean(book.Workbook?.Sheets?.[at]?.Hidden),
      rows,
      merges: (sheet["!merges"] ?? []).map(xlsx.utils.encode_range),
    };
  });
}
