/** Reads large xlsx files row by row, where the library's tree of the whole file would fill the memory. */
import * as xlsx from "@e965/xlsx";
import { unpack, type ZipEntry } from "./zip.server";

export interface BigSheet<Cell> {
  name: string;
  hidden: boolean;
  /** Rows in which something stands. */
  rows: { number: number; hidden: boolean; cells: (Cell | null)[] }[];
  merges: xlsx.Range[];
}

export interface BigWorkbook<Cell> {
  is1904: boolean;
  sheets: BigSheet<Cell>[];
}

/** The same cells that the library gives, each handed to `cellOf` at once. Null: the file is of a kind that only the library reads. */
export function readBigWorkbook<Cell>(
  entries: ZipEntry[],
  cellOf: (cell: xlsx.CellObject) => Cell | null,
): BigWorkbook<Cell> | null {
  const part = (name: string) => entries.find((entry) => entry.name === name);
  const text = (name: string) => {
    const entry = part(name);
    return entry ? unpack(entry).toString("utf8") : "";
  };
  const book = text("xl/workbook.xml");
  const targets = new Map(
    tags(text("xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => [
      attributeOf(tag, "Id"),
      attributeOf(tag, "Target"),
    ]),
  );
  const is1904 = /\bdate1904="(?:1|true)"/.test(book);
  const strings = readStrings(text("xl/sharedStrings.xml"));
  const shown = formatter(text("xl/styles.xml"), is1904);
  const sheets: BigSheet<Cell>[] = [];
  for (const tag of tags(book, "sheet")) {
    const target = targets.get(attributeOf(tag, "r:id")) ?? "";
    const entry = part(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    const sheet = entry && readSheet(unpack(entry), { strings, shown, cellOf });
    if (!sheet) return null;
    sheets.push({
      name: plain(attributeOf(tag, "name")),
      hidden: /hidden/i.test(attributeOf(tag, "state")),
      ...sheet,
    });
  }
  return sheets.length > 0 ? { is1904, sheets } : null;
}

interface Reading<Cell> {
  strings: string[];
  shown: (style: number, value: number) => string | undefined;
  cellOf: (cell: xlsx.CellObject) => Cell | null;
}

function readSheet<Cell>(xml: Buffer, reading: Reading<Cell>) {
  const [start, end] = [xml.indexOf("<sheetData"), xml.indexOf("</sheetData>")];
  // Some programs write attributes in single quotes, or every tag with a prefix.
  if (start < 0 || end < 0 || xml.toString("latin1", start, start + 2_000).includes("='")) return null;
  const rows: BigSheet<Cell>["rows"] = [];
  let number = 0;
  for (let at = xml.indexOf("<row", start); at >= 0 && at < end; at = xml.indexOf("<row", at + 4)) {
    const opened = xml.indexOf(">", at);
    const tag = xml.toString("utf8", at, opened);
    number = Number(attributeOf(tag, "r")) || number + 1;
    if (tag.endsWith("/")) continue;
    const closed = xml.indexOf("</row>", opened);
    const cells = readCells(xml.toString("utf8", opened + 1, closed), reading);
    if (cells === null) return null;
    if (cells.some(Boolean)) rows.push({ number, hidden: /\bhidden="(?:1|true)"/.test(tag), cells });
    at = closed;
  }
  const merges = tags(xml.toString("utf8", end), "mergeCell").map((tag) =>
    xlsx.utils.decode_range(attributeOf(tag, "ref")),
  );
  return { rows, merges };
}

const cell = /<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/g;

function readCells<Cell>(row: string, { strings, shown, cellOf }: Reading<Cell>): (Cell | null)[] | null {
  const cells: (Cell | null)[] = [];
  let column = -1;
  for (const [, tag = "", inside = ""] of row.matchAll(cell)) {
    const [letters] = /[A-Z]+/.exec(attributeOf(tag, "r")) ?? [];
    column = letters ? xlsx.utils.decode_col(letters) : column + 1;
    if (column > 16_383) return null;
    const type = attributeOf(tag, "t") || "n";
    const value = type === "inlineStr" ? textIn(inside) : /<v[^>]*>([\s\S]*?)<\/v>/.exec(inside)?.[1];
    if (value === undefined) continue;
    const read = typed(type, value, strings, (number) => shown(Number(attributeOf(tag, "s")), number));
    if (!read) return null;
    while (cells.length < column) cells.push(null);
    cells[column] = cellOf(read);
  }
  return cells;
}

function typed(
  type: string,
  value: string,
  strings: string[],
  shown: (value: number) => string | undefined,
): xlsx.CellObject | null {
  if (type === "s") return { t: "s", v: strings[Number(value)] ?? "" };
  if (type === "inlineStr") return { t: "s", v: value };
  if (type === "str") return { t: "s", v: plain(value) };
  if (type === "b") return { t: "b", v: value === "1", w: value === "1" ? "TRUE" : "FALSE" };
  if (type === "e") return { t: "e", v: 0, w: plain(value) };
  return type === "n" ? { t: "n", v: Number(value), w: shown(Number(value)) } : null;
}

function readStrings(xml: string): string[] {
  return tags(xml, "si").length === 0
    ? []
    : Array.from(xml.matchAll(/<si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/si>)/g), ([, inside = ""]) =>
        textIn(inside),
      );
}

/** The text of all its runs; what tells the pronunciation is none. */
function textIn(inside: string): string {
  const runs = inside.includes("<rPh") ? inside.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "") : inside;
  return Array.from(runs.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g), ([, text = ""]) => plain(text)).join(
    "",
  );
}

/** How a number is shown by the style of its cell; undefined: as it is. */
function formatter(styles: string, is1904: boolean) {
  const custom = new Map(
    tags(styles, "numFmt").map((tag) => [
      attributeOf(tag, "numFmtId"),
      plain(attributeOf(tag, "formatCode")),
    ]),
  );
  const used = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "";
  const formats = tags(used, "xf").map(
    (tag) => custom.get(attributeOf(tag, "numFmtId")) ?? Number(attributeOf(tag, "numFmtId")),
  );
  return (style: number, value: number) => {
    const format = formats[style] ?? 0;
    if (format === 0 && Number.isInteger(value) && Math.abs(value) < 1e10) return undefined;
    try {
      return xlsx.SSF.format(format, value, { date1904: is1904 });
    } catch {
      // A format that cannot be read shows the number itself, as in the library.
      return undefined;
    }
  };
}

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];
}

function attributeOf(tag: string, attribute: string): string {
  const start = tag.indexOf(` ${attribute}="`);
  if (start < 0) return "";
  const from = start + attribute.length + 3;
  return tag.slice(from, tag.indexOf('"', from));
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(text: string): string {
  if (!/[&_]/.test(text)) return text;
  return text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return named[name] ?? whole;
      return String.fromCodePoint(Math.min(0x10ffff, decimal ? Number(decimal) : Number.parseInt(hex, 16)));
    })
    .replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
