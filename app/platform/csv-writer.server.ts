/** Tables as CSV (RFC 4180) in UTF-8 with a mark by which spreadsheet programs know it, written while they are sent. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Cell, type SheetOptions, withoutFormula } from "./sheet-writer.server";

type Table<Row> = Pick<SheetOptions<Row>, "columns" | "rows">;

const mark = "\ufeff";
/** So many rows are sent together. */
const batch = 200;

/** The table's bytes, made only as fast as they are taken. */
export async function* writeCsv<Row>({ columns, rows }: Table<Row>): AsyncGenerator<Buffer> {
  yield Buffer.from(mark + line(columns.map(({ label }) => label)));
  let gathered: string[] = [];
  for await (const row of rows) {
    gathered.push(line(columns.map(({ value }) => value(row))));
    if (gathered.length < batch) continue;
    yield Buffer.from(gathered.join(""));
    gathered = [];
    // Other requests have their turn.
    await nextTurn();
  }
  if (gathered.length > 0) yield Buffer.from(gathered.join(""));
}

function line(cells: Cell[]): string {
  return `${cells.map(field).join(",")}\r\n`;
}

function field(value: Cell): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? withoutFormula(value) : String(value);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
