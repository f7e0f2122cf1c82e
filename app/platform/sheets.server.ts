/** Table files on their way in: xlsx and CSV become sheets of text, within limits that no honest file meets. */
import * as xlsx from "@e965/xlsx";
import { type BigWorkbook, readBigWorkbook } from "./big-workbook.server";
import { Refusal } from "./refusal";
import { sheetWords as words } from "./sheet-words";
import { isHonest, listZip, type ZipEntry } from "./zip.server";

const megabyte = 1024 * 1024;
export const mostSheetBytes = 20 * megabyte;
const mostUnpacked = 100 * megabyte;
/** A sheet of some three thousand people. */
const bigSheetBytes = 2 * megabyte;
const mostEntries = 5_000;
const mostRows = 50_000;
const mostColumns = 256;

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  number: number;
  hidden: boolean;
  /** As shown, NFC, without blanks around; "" where nothing stands. */
  cells: string[];
}

export interface TextSheet {
  name: string;
  rows: SheetRow[];
}

/** The file's sheets without their empty rows. Refuses what is no table, is encrypted, or would fill the memory. */
export function readTextSheets(bytes: Buffer): TextSheet[] {
  const book = isZip(bytes) ? openWorkbook(bytes) : parseText(bytes);
  const sheets = book.SheetNames.map((name) => ({
    name,
    rows: rowsOf(book.Sheets[name] as xlsx.DenseWorkSheet),
  }));
  refuseCount(sheets, mostRows);
  return sheets;
}

export function refuseCount(sheets: { rows: unknown[] }[], most: number) {
  const count = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) throw new Refusal(words.empty);
  if (count > most) throw new Refusal(words.tooManyRows(count, most));
}

/** An xlsx or xls file with its cells as they stand, and which rows are hidden. */
export function openWorkbook(bytes: Buffer): xlsx.WorkBook {
  refuseSize(bytes);
  // cellStyles brings in which rows are hidden.
  const options = { dense: true, nodim: true, cellStyles: true, cellFormula: false, cellHTML: false };
  if (isCompound(bytes)) {
    refuseEncrypted(bytes);
    return parse(() => xlsx.read(bytes, { type: "buffer", ...options }));
  }
  if (!entriesOf(bytes).every(isHonest)) throw new Refusal(words.damaged);
  return parse(() => xlsx.read(bytes, { type: "buffer", ...options }));
}

/** The same for an xlsx file too large to be held whole, cell by cell; null: it is not so large, or only the library reads it. */
export function openBigWorkbook<Cell>(
  bytes: Buffer,
  cellOf: (cell: xlsx.CellObject) => Cell | null,
): BigWorkbook<Cell> | null {
  refuseSize(bytes);
  if (!isZip(bytes)) return null;
  const entries = entriesOf(bytes);
  const isBig = entries.some(({ name, size }) => name.startsWith("xl/worksheets/") && size > bigSheetBytes);
  return isBig ? parse(() => readBigWorkbook(entries, cellOf)) : null;
}

/** What an xlsx file holds, of believable sizes. */
function entriesOf(bytes: Buffer): ZipEntry[] {
  const entries = isZip(bytes) ? listZip(bytes) : null;
  if (!entries) throw new Refusal(words.noWorkbook);
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > mostUnpacked || entries.length > mostEntries) throw new Refusal(words.bomb);
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) throw new Refusal(words.noWorkbook);
  return entries;
}

/** Whether the bytes begin as a workbook does; anything else may be a text. */
export function looksLikeWorkbook(bytes: Buffer): boolean {
  return isZip(bytes) || isCompound(bytes);
}

/** The container of xls files, and of encrypted ones. */
function isCompound(bytes: Buffer): boolean {
  return bytes.toString("hex", 0, 4) === "d0cf11e0";
}

function isZip(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, 2) === "PK";
}

export function refuseSize(bytes: Buffer) {
  if (bytes.length > mostSheetBytes) throw new Refusal(words.tooBig(mostSheetBytes / megabyte));
  if (bytes.length === 0) throw new Refusal(words.empty);
}

function refuseOldExcel(bytes: Buffer) {
  if (!isCompound(bytes)) return;
  refuseEncrypted(bytes);
  throw new Refusal(words.oldExcel);
}

function refuseEncrypted(bytes: Buffer) {
  if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw new Refusal(words.encrypted);
}

function parseText(bytes: Buffer): xlsx.WorkBook {
  refuseSize(bytes);
  refuseOldExcel(bytes);
  if (bytes.includes(0)) throw new Refusal(words.notATable);
  const text = decode(bytes);
  if (!/[,;\t\n]/.test(text) || /^\s*[<{%]/.test(text)) throw new Refusal(words.notATable);
  // raw: "00004" stays text, and nothing becomes a date.
  return parse(() => xlsx.read(text, { type: "string", dense: true, raw: true }));
}

/** UTF-8 with or without its mark. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(words.notUtf8);
  }
}

function parse<Book>(read: () => Book): Book {
  try {
    return read();
  } catch {
    // The library's own words ("Unsupported ZIP file") say nothing to an officer.
    throw new Refusal(words.damaged);
  }
}

function rowsOf(sheet: xlsx.DenseWorkSheet): SheetRow[] {
  return (sheet["!data"] ?? []).flatMap((line, index) => {
    const cells = Array.from(line?.slice(0, mostColumns) ?? [], textOf);
    if (cells.every((cell) => cell === "")) return [];
    return { number: index + 1, hidden: sheet["!rows"]?.[index]?.hidden === true, cells };
  });
}

function textOf(cell: xlsx.CellObject | undefined): string {
  if (!cell || cell.t === "e" || cell.t === "z") return "";
  return String(cell.w ?? cell.v ?? "")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
}
