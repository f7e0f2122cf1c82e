/** Tables as xlsx files (ECMA-376, transitional), written while they are sent: any length in little memory. */
// exceljs's own streaming writer queues what the reader has not taken yet.
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  contentTypes,
  head,
  main,
  packageRelations,
  relations,
  styles,
  workbookRelations,
} from "./sheet-parts";
import { writeZip } from "./zip-writer.server";

export type Cell = string | number | boolean | null | undefined;

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

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Answers with the table as a download. */
export function streamSheet<Row>(options: SheetOptions<Row>): Response {
  return streamDownload(writeWorkbook(options), { name: `${options.name}.xlsx`, type: xlsxType });
}

/** Answers with bytes that are made while they are sent. */
export function streamDownload(
  chunks: AsyncIterable<Uint8Array>,
  { name, type }: { name: string; type: string },
): Response {
  return new Response(asTaken(chunks[Symbol.asyncIterator]()), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": asAttachment(name),
      "Cache-Control": "private, no-store",
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

/**
 * Text that a spreadsheet program could take for a formula (OWASP, "CSV Injection") gets an apostrophe in front;
 * phone numbers as "+84 912 345 678" and signed numbers do not.
 */
export function withoutFormula(text: string): string {
  return /^(?:[=@\t\r\n＝＋－＠]|[+-](?![\d\s.,()-]+$))/.test(text) ? `'${text}` : text;
}

function asTaken(chunks: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

/** The workbook's bytes, made only as fast as they are taken: frozen head, filters, A4 across, text that stays text. */
export function writeWorkbook<Row>({
  title,
  columns,
  rows,
}: Omit<SheetOptions<Row>, "name">): AsyncGenerator<Buffer> {
  const tab = title.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);
  // The workbook names the sheet's last row, and is written when that is known.
  const extent = { lastColumn: columnName(columns.length - 1), rows: 0 };
  return writeZip([
    { name: "[Content_Types].xml", text: [contentTypes] },
    { name: "_rels/.rels", text: [packageRelations] },
    { name: "xl/_rels/workbook.xml.rels", text: [workbookRelations] },
    { name: "xl/styles.xml", text: [styles] },
    { name: "xl/worksheets/sheet1.xml", text: worksheet(title, columns, rows, extent) },
    { name: "xl/workbook.xml", text: workbook(tab, extent) },
  ]);
}

interface Extent {
  lastColumn: string;
  rows: number;
}

async function* worksheet<Row>(
  title: string,
  columns: SheetColumn<Row>[],
  rows: SheetOptions<Row>["rows"],
  extent: Extent,
): AsyncGenerator<string> {
  const names = columns.map((_, place) => columnName(place));
  const line = (cells: Cell[], style = "") => {
    extent.rows += 1;
    const written = cells.map((value, place) => cell(`${names[place]}${extent.rows}`, value, style));
    return `<row r="${extent.rows}">${written.join("")}</row>`;
  };
  const widths = columns.map(
    ({ width = 20 }, place) =>
      `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>\
<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>\
</sheetViews><cols>${widths.join("")}</cols><sheetData>`;
  yield line(
    columns.map(({ label }) => label),
    ' s="1"',
  );
  for await (const row of rows) {
    yield line(columns.map(({ value }) => value(row)));
    // Other requests have their turn.
    if (extent.rows % 200 === 0) await nextTurn();
  }
  // "&" begins a command in a page header; "&&" is the sign itself.
  const above = inXml(`&L${title.replaceAll("&", "&&")}`);
  yield `</sheetData><autoFilter ref="A1:${extent.lastColumn}${extent.rows}"/>\
<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>\
<headerFooter><oddHeader>${above}</oddHeader><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

function* workbook(tab: string, extent: Extent): Generator<string> {
  // Not in the list of parameters: those are read before the first row is written.
  const { lastColumn, rows } = extent;
  const sheet = inXml(`'${tab.replaceAll("'", "''")}'`);
  const whole = `${sheet}!$A$1:$${lastColumn}$${rows}`;
  yield `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>\
<sheet name="${inXml(tab)}" sheetId="1" r:id="rId1"/></sheets><definedNames>\
<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${whole}</definedName>\
<definedName name="_xlnm.Print_Area" localSheetId="0">${whole}</definedName>\
<definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}!$1:$1</definedName></definedNames></workbook>`;
}

function cell(at: string, value: Cell, style: string): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "number") return `<c r="${at}"${style}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${at}"${style} t="b"><v>${Number(value)}</v></c>`;
  const text = inXml(withoutFormula(value).slice(0, longestText));
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Excel refuses a file with a longer text in a cell. */
const longestText = 32_767;
const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML has no control characters; and "_x000D_" would be read as one, unless its first sign is written so itself. */
function inXml(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
      .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, "")
      .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
  );
}

/** 0: A, 25: Z, 26: AA. */
function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnName(Math.floor(place / 26) - 1) + last;
}
