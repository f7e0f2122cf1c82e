/** Whole files of unseen rosters, in every format and encoding that departments keep. */
import * as xlsx from "@e965/xlsx";
import { fitsTcvn3, toTcvn3, toVni, toWindows1258 } from "./letters";
import { people } from "./people";
import { type Random, randomOf } from "./random";
import { type Drawn, draw, type Expected, type Sections } from "./shapes";
import type { Decided, Value } from "./spellings";

export interface Made {
  name: string;
  bytes: Buffer;
  expected: Expected[];
  /** Its fonts lose the case of what is not a name. */
  caseless: boolean;
}

export const formats = [
  "xlsx",
  "xls",
  "1904",
  "xlsxTcvn3",
  "xlsTcvn3",
  "xlsxVni",
  "xlsVni",
  "utf8",
  "utf8mark",
  "utf16le",
  "utf16be",
  "1258",
  "1258apart",
  "csvTcvn3",
  "csvVni",
  "html",
  "xls5Tcvn3",
  "xls5Vni",
  "xlsxMixedTcvn3",
  "xlsxMixedVni",
] as const;
export type Format = (typeof formats)[number];

const communes =
  "Phường Ba Đình|Phường Ngọc Hà|Phường Giảng Võ|Xã Ô Diên|Xã Hòa Xá|Phường Dương Nội|Xã Tân Lập|Xã Ia Mơ|Xã Đắk Rơ Nga|Phường Sa Pa|Xã Y Tý|Đặc khu Phú Quý|Xã Mường Ảng|Phường Ô Chợ Dừa".split(
    "|",
  );

export function rosterOf(seed: number, format: Format): Made {
  const random = randomOf(seed * 7_919 + formats.indexOf(format) * 104_729);
  const isText = /^(utf|1258|csv)/.test(format);
  const isOld = /Tcvn3|Vni/.test(format);
  const sections = random.pick<Sections>(
    isText || /^(xls5|html)/.test(format)
      ? ["none", "none", "units", "kinds"]
      : ["none", "none", "units", "units", "kinds", "kindsUnits", "unitsKinds", "sheetUnits"],
  );
  const titles = isText ? random.chance(0.3) : random.chance(0.8);
  const decision: Decided | null = titles && random.chance(0.7) ? decidedOf(random) : null;
  const plan = {
    careless: random.chance(0.7),
    sections,
    twoLines: random.chance(isText ? 0.1 : 0.5),
    plain: isText,
    titles,
    decision,
  };
  const all = people(random, 12 + random.number(30), pickSome(random, 1 + random.number(5)));
  const fit = all.filter(({ fullName }) => !/Tcvn3|Vni|1258/.test(format) || fitsTcvn3(fullName));
  const sheets =
    sections === "sheetUnits"
      ? [...new Set(fit.map(({ unit }) => unit))].map((unit) =>
          draw(
            random,
            unit,
            fit.filter((one) => one.unit === unit),
            plan,
          ),
        )
      : [
          draw(
            random,
            isText
              ? "CSV"
              : format === "html"
                ? "Table1"
                : format.startsWith("xls5")
                  ? "DS"
                  : random.pick(["Sheet1", "DS", "Danh sách"]),
            fit,
            plan,
          ),
        ];
  // The sheets of one book bear one decision.
  const separator = random.pick([";", ",", "\t"]);
  return {
    name: `${format} ${seed}`,
    bytes: bytesOf(format, sheets, separator),
    expected: sheets.flatMap(({ expected }) => expected),
    caseless: isOld,
  };
}

function pickSome(random: Random, count: number): string[] {
  const start = random.number(communes.length);
  return Array.from(
    { length: count },
    (_, at) => communes[(start + at * 3) % communes.length] as string,
  ).filter((unit, at, all) => all.indexOf(unit) === at);
}

function decidedOf(random: Random): Decided {
  const number = `${1 + random.number(400)}${random.pick(["-QĐ/ĐU", "-QĐ/TU", "-QĐ/BTGDVTU", "/QĐ-UBND", "-QĐ/BTG"])}`;
  return {
    number,
    day: { year: 2024 + random.number(3), month: 1 + random.number(9), day: 1 + random.number(28) },
  };
}

function bytesOf(format: Format, sheets: Drawn[], separator: string): Buffer {
  const [first] = sheets as [Drawn];
  const text = () => textOf(first, separator);
  if (format === "utf8") return Buffer.from(text());
  if (format === "utf8mark") return Buffer.from(`\uFEFF${text()}`);
  if (format === "utf16le") return Buffer.from(`\uFEFF${text()}`, "utf16le");
  if (format === "utf16be") return Buffer.from(`\uFEFF${text()}`, "utf16le").swap16();
  if (format === "1258" || format === "1258apart")
    return toWindows1258(narrow(text()), format === "1258apart");
  if (format === "csvTcvn3") return Buffer.from(toTcvn3(narrow(text())), "latin1");
  if (format === "csvVni") return Buffer.from(toVni(narrow(text())), "latin1");
  const write = /Tcvn3/.test(format)
    ? (text: string) => toTcvn3(narrow(text))
    : /Vni/.test(format)
      ? (text: string) => toVni(narrow(text))
      : (written: string) => written;
  if (format === "html") return Buffer.from(htmlOf(sheets));
  const type = format.startsWith("xls5") ? "biff5" : /^xls(?!x)/.test(format) ? "biff8" : "xlsx";
  return bookOf(sheets, { write, type, is1904: format === "1904", isMixed: format.includes("Mixed") });
}

interface BookOptions {
  write: (text: string) => string;
  type: "xlsx" | "biff8" | "biff5";
  is1904: boolean;
  /** Every third person was pasted from an old file. */
  isMixed: boolean;
}

function bookOf(sheets: Drawn[], { write, type, is1904, isMixed }: BookOptions): Buffer {
  const book = xlsx.utils.book_new();
  if (is1904) book.Workbook = { WBProps: { date1904: true } };
  for (const { name, grid, merges, expected } of sheets) {
    const pasted = new Set(expected.filter((_, at) => at % 3 === 1).map(({ row }) => row));
    const writeAt = (row: number) => (isMixed && !pasted.has(row + 1) ? (text: string) => text : write);
    const sheet = xlsx.utils.aoa_to_sheet(
      grid.map((row, at) => row.map((value) => cellOf(value, writeAt(at), is1904))),
    );
    sheet["!merges"] = merges.map(({ row, column, down, across }) => ({
      s: { r: row, c: column },
      e: { r: row + down, c: column + across },
    }));
    xlsx.utils.book_append_sheet(book, sheet, name);
  }
  const bytes: Buffer = xlsx.write(book, { type: "buffer", bookType: type });
  if (type === "biff5")
    writeHighBytes(
      bytes,
      sheets
        .flatMap(({ grid }) => grid.flat())
        .map((value) => (typeof value === "string" ? write(value) : "")),
    );
  return bytes;
}

/** The writing library puts "_" for each letter beyond ASCII into a BIFF5 book: the bytes that Excel 95 wrote go there. */
function writeHighBytes(bytes: Buffer, texts: string[]) {
  let from = 0;
  for (const text of texts) {
    const at = bytes.indexOf(text.replace(/[\u0080-\uFFFF]/g, "_"), from, "latin1");
    if (text && at >= 0) from = at + bytes.write(text, at, "latin1");
  }
}

function cellOf(value: Value, write: (text: string) => string, is1904: boolean) {
  if (value === null) return null;
  if (typeof value === "object") return { t: "n", v: value.serial - (is1904 ? 1_462 : 0), z: "dd/mm/yyyy" };
  if (typeof value === "number") return is1904 && value > 3_000 && value < 60_000 ? value - 1_462 : value;
  return { t: "s", v: write(value) };
}

function textOf({ grid }: Drawn, separator: string): string {
  const width = Math.max(...grid.map((row) => row.length));
  const shown = (value: Value | undefined): string => {
    const text = plainText(value);
    return text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${grid.map((row) => Array.from({ length: width }, (_, at) => shown(row[at])).join(separator)).join("\r\n")}\r\n`;
}

function plainText(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  const date = new Date((value.serial - 25_569) * 86_400_000);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** Without signs that a font of before Unicode lacks. */
function narrow(text: string): string {
  return text.replaceAll("…", "...").replaceAll("✓", "x").replaceAll("’", "'");
}

/** As web programs write what they call an Excel file. */
function htmlOf(sheets: Drawn[]): string {
  const tables = sheets.map(tableOf).join("<p>&nbsp;</p>");
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td { mso-number-format: "\\@" }</style></head><body>${tables}</body></html>`;
}

function tableOf({ grid, merges }: Drawn): string {
  const covered = new Set(
    merges.flatMap(({ row, column, down, across }) =>
      Array.from(
        { length: (down + 1) * (across + 1) },
        (_, at) => `${row + Math.floor(at / (across + 1))} ${column + (at % (across + 1))}`,
      ).slice(1),
    ),
  );
  const width = Math.max(...grid.map((row) => row.length));
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
  const rows = grid.map(
    (line, row) =>
      `<tr>${Array.from({ length: width }, (_, column) => {
        if (covered.has(`${row} ${column}`)) return "";
        const merge = merges.find((one) => one.row === row && one.column === column);
        const span = merge ? ` rowspan="${merge.down + 1}" colspan="${merge.across + 1}"` : "";
        return `<td${span}>${escaped(plainText(line[column]))}</td>`;
      }).join("")}</tr>`,
  );
  return `<table border="1">${rows.join("\n")}</table>`;
}
