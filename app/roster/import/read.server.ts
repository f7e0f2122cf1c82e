/** First step of an import: the bytes of a workbook become sheets of cells, or a refusal says why not. */
import * as xlsx from "@e965/xlsx";
import { Refusal } from "~/platform/refusal";
import { isHonest, listZip } from "~/platform/zip.server";
import type { Cell, Row, Sheet } from "./sheet";
import { words } from "./words";

export const mostBytes = 20 * 1024 * 1024;
/** A roster of 50,000 people unpacks to about half of this. */
const mostUnpacked = 100 * 1024 * 1024;
const mostRows = 20_000;
const mostColumns = 256;
const mostMerges = 20_000;

/** The workbook's sheets in order, hidden ones too. Refuses what is no workbook, is encrypted, or is absurdly big. */
export function readWorkbook(bytes: Buffer): Sheet[] {
  refuseWhatIsNoWorkbook(bytes);
  const book = parse(bytes);
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const hidden = book.Workbook?.Sheets?.map(({ Hidden }) => Boolean(Hidden)) ?? [];
  const sheets = book.SheetNames.map((name, index) => ({
    name,
    hidden: hidden[index] ?? false,
    is1904,
    rows: rowsOf(book.Sheets[name] as xlsx.DenseWorkSheet),
  }));
  const count = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) throw new Refusal(words.refused.empty);
  if (count > mostRows) throw new Refusal(words.refused.tooManyRows(count, mostRows));
  return sheets;
}

function refuseWhatIsNoWorkbook(bytes: Buffer) {
  if (bytes.length > mostBytes) throw new Refusal(words.refused.tooBig);
  if (bytes.length === 0) throw new Refusal(words.refused.empty);
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) {
    const isEncrypted = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new Refusal(isEncrypted ? words.refused.encrypted : words.refused.oldExcel);
  }
  const entries = bytes.toString("latin1", 0, 2) === "PK" ? listZip(bytes) : null;
  if (!entries) throw new Refusal(isText(bytes) ? words.refused.plainText : words.refused.noWorkbook);
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > mostUnpacked || entries.length > 5_000) throw new Refusal(words.refused.bomb);
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) throw new Refusal(words.refused.noWorkbook);
  if (!entries.every(isHonest)) throw new Refusal(words.refused.damaged);
}

function isText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4_096);
  const isUtf16 = start.length > 1 && (start.readUInt16BE(0) === 0xfffe || start.readUInt16BE(0) === 0xfeff);
  return (
    isUtf16 ||
    (!start.includes(0) &&
      /[,;\t]/.test(start.toString("latin1")) &&
      !/^[%<{]/.test(start.toString("latin1")))
  );
}

function parse(bytes: Buffer): xlsx.WorkBook {
  try {
    // cellStyles brings in which rows are hidden.
    return xlsx.read(bytes, {
      type: "buffer",
      dense: true,
      cellDates: false,
      cellStyles: true,
      cellFormula: false,
      cellHTML: false,
      nodim: true,
    });
  } catch {
    // The library's own words ("Unsupported ZIP file") say nothing to an officer.
    throw new Refusal(words.refused.damaged);
  }
}

function rowsOf(sheet: xlsx.DenseWorkSheet): Row[] {
  const cells = sheet["!data"] ?? [];
  const rows = cells.flatMap((line, index): Row[] => {
    if (!line) return [];
    const row = line.map(cellOf);
    if (row.length > mostColumns && row.slice(mostColumns).some(Boolean))
      throw new Refusal(words.refused.tooManyColumns);
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
