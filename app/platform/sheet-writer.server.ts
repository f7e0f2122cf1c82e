/** Tables as xlsx files, written while they are sent: any length in little memory. */
import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createReadableStreamFromReadable } from "@remix-run/node";
import ExcelJS from "exceljs";

export type Cell = string | number | boolean | Date | null | undefined;

export interface SheetColumn<Row> {
  label: string;
  /** In characters. */
  width?: number;
  value(row: Row): Cell;
}

export interface SheetOptions<Row> {
  /** The file's name without its ending; Vietnamese letters are welcome. */
  name: string;
  /** Stands on the sheet's tab and above each printed page. */
  title: string;
  columns: SheetColumn<Row>[];
  rows: AsyncIterable<Row> | Iterable<Row>;
}

/** Answers with the table as a download: frozen head, filters, A4 across, text that stays text. */
export function streamSheet<Row>(options: SheetOptions<Row>): Response {
  const output = new PassThrough();
  writeSheet(output, options).catch((error: Error) => output.destroy(error));
  return new Response(createReadableStreamFromReadable(output), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": asAttachment(`${options.name}.xlsx`),
      "Cache-Control": "no-store",
    },
  });
}

/** RFC 6266: the name in plain letters for old readers, and as it is for the rest. */
export function asAttachment(fileName: string): string {
  const plain = fileName
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[^\w .()-]/g, "_");
  const exact = encodeURIComponent(fileName.normalize("NFC")).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** Text that a spreadsheet program could take for a formula gets an apostrophe in front; phone numbers do not. */
export function withoutFormula(text: string): string {
  return /^(?:[=@\t\r]|[+-](?![\d\s.,()-]+$))/.test(text) ? `'${text}` : text;
}

async function writeSheet<Row>(output: PassThrough, { title, columns, rows }: SheetOptions<Row>) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  const sheet = workbook.addWorksheet(title.replace(/[[\]:*?/\\]/g, " ").slice(0, 31), {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    // "&" begins a command in a page header; "&&" is the sign itself.
    headerFooter: { oddHeader: `&L${title.replaceAll("&", "&&")}`, oddFooter: "&R&P / &N" },
  });
  sheet.columns = columns.map(({ width = 20 }) => ({ width }));
  const head = sheet.addRow(columns.map(({ label }) => label));
  head.font = { bold: true };
  head.commit();

  let written = 1;
  for await (const row of rows) {
    const cells = sheet.addRow(columns.map(({ value }) => toCell(value(row))));
    cells.commit();
    written += 1;
    if (written % 200 === 0) await roomIn(output);
  }
  const lastColumn = sheet.getColumn(columns.length).letter;
  sheet.autoFilter = `A1:${lastColumn}${written}`;
  sheet.pageSetup.printTitlesRow = "1:1";
  sheet.pageSetup.printArea = `A$1:${lastColumn}$${written}`;
  sheet.commit();
  await workbook.commit();
}

function toCell(value: Cell): ExcelJS.CellValue {
  if (typeof value === "string") return withoutFormula(value);
  return value ?? null;
}

/** Lets the zip and other requests have their turn, and waits while the reader is slow. */
async function roomIn(output: PassThrough) {
  await nextTurn();
  while (output.readableLength > 1_000_000) {
    if (output.destroyed) throw new Error("The reader of a sheet went away.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  if (output.destroyed) throw new Error("The reader of a sheet went away.");
}
