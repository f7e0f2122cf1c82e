/** First step of an import: the bytes of a workbook or a text file become sheets of cells, or a refusal says why not. */
import type * as xlsx from "@e965/xlsx";
import type { BigSheet } from "~/platform/big-workbook.server";
import { Refusal } from "~/platform/refusal";
import { sheetWords as words } from "~/platform/sheet-words";
import {
  looksLikeWorkbook,
  openBigWorkbook,
  openWorkbook,
  refuseCount,
  refuseSize,
} from "~/platform/sheets.server";
import { looksLikeHtml, readHtmlFile } from "./html-file";
import { type Cell, type Row, type Sheet, sharingCells } from "./sheet";
import { readTextFile } from "./text-file";

const mostRows = 60_000;
const mostColumns = 256;
const mostMerges = 20_000;

/** The file's sheets in order, hidden ones too. Refuses what is no table, is encrypted, or is absurdly big. */
export function readWorkbook(bytes: Buffer): Sheet[] {
  refuseSize(bytes);
  const sheets = looksLikeWorkbook(bytes) ? sheetsOf(bytes) : textSheets(bytes);
  refuseCount(sheets, mostRows);
  return sheets;
}

/** Told by what the file holds: a text file or a web page may be called list.xls. */
function textSheets(bytes: Buffer): Sheet[] {
  const tables = looksLikeHtml(bytes) ? readHtmlFile(bytes) : null;
  if (tables) return tables.map(narrowed);
  const isDocument = /^\s*(?:<|%PDF|\{\\rtf)/.test(bytes.toString("latin1", 0, 100));
  const sheet = isDocument ? null : readTextFile(bytes);
  if (!sheet) throw new Refusal(words.noWorkbook);
  return [narrowed(sheet)];
}

function narrowed(sheet: Sheet): Sheet {
  if (sheet.rows.some(({ cells }) => cells.length > mostColumns)) throw new Refusal(words.tooManyColumns);
  return sheet;
}

function sheetsOf(bytes: Buffer): Sheet[] {
  const shared = sharingCells();
  const big = openBigWorkbook(bytes, (raw) => {
    const cell = cellOf(raw);
    return cell && shared(cell);
  });
  return big ? big.sheets.map((sheet) => sheetOf(sheet, big.is1904)) : smallSheetsOf(bytes);
}

function sheetOf({ name, hidden, rows, merges }: BigSheet<Cell>, is1904: boolean): Sheet {
  for (const row of rows) refuseWide(row.cells);
  spreadMerges(rows, merges);
  return { name, hidden, is1904, rows };
}

function smallSheetsOf(bytes: Buffer): Sheet[] {
  const book = openWorkbook(bytes);
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const hidden = book.Workbook?.Sheets?.map(({ Hidden }) => Boolean(Hidden)) ?? [];
  return book.SheetNames.map((name, index) => ({
    name,
    hidden: hidden[index] ?? false,
    is1904,
    rows: rowsOf(book.Sheets[name] as xlsx.DenseWorkSheet),
  }));
}

function rowsOf(sheet: xlsx.DenseWorkSheet): Row[] {
  const cells = sheet["!data"] ?? [];
  const rows = cells.flatMap((line, index): Row[] => {
    if (!line) return [];
    const row = line.map(cellOf);
    refuseWide(row);
    const filled = Array.from(
      { length: Math.min(row.length, mostColumns) },
      (_, column) => row[column] ?? null,
    );
    if (!filled.some(Boolean)) return [];
    return [{ number: index + 1, hidden: sheet["!rows"]?.[index]?.hidden === true, cells: filled }];
  });
  spreadMerges(rows, sheet["!merges"] ?? []);
  return rows;
}

function refuseWide(cells: (Cell | null)[]) {
  if (cells.slice(mostColumns).some(Boolean)) throw new Refusal(words.tooManyColumns);
}

function cellOf(cell: xlsx.CellObject | undefined): Cell | null {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === "z") return null;
  const value =
    typeof cell.v === "number" && cell.t === "n"
      ? cell.v
      : // Neither a database nor a page can hold a zero sign or half a pair of surrogates.
        String(cell.t === "s" ? cell.v : (cell.w ?? cell.v)).replace(/\0|\p{Cs}/gu, "");
  // Not trimmed: in TCVN3 the soft hyphen is a letter.
  if (typeof value === "string" && /^\s*$/u.test(value)) return null;
  const shown =
    cell.w !== undefined && typeof value === "number" && cell.w !== String(value) ? cell.w : undefined;
  return shown === undefined ? { value } : { value, shown };
}

/** Every cell under a merge gets the merge's value, marked as covered, on rows where something stands. */
function spreadMerges(rows: Row[], merges: xlsx.Range[]) {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { s, e } of merges.slice(0, mostMerges)) {
    const first = byNumber.get(s.r + 1)?.cells[s.c];
    if (!first) continue;
    const lastColumn = Math.min(e.c, mostColumns - 1);
    for (let r = s.r; r <= Math.min(e.r, s.r + mostRows); r++) {
      const row = byNumber.get(r + 1);
      if (!row) continue;
      for (let column = s.c; column <= lastColumn; column++) {
        if (r === s.r && column === s.c) continue;
        while (row.cells.length < column) row.cells.push(null);
        row.cells[column] = { ...first, merged: r > s.r ? "down" : "across" };
      }
    }
  }
}
