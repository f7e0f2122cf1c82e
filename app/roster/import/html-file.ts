/** Tables of a web page, as many programs write them and call them .xls: each table is a sheet. */

import { plainText } from "./html-letters";
import type { Cell, Row, Sheet } from "./sheet";
import { decodeText } from "./text-file";

export function looksLikeHtml(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 20_000).replaceAll("\0", "");
  return (
    /^[\s\u00EF\u00BB\u00BF\u00FE\u00FF]*</.test(start) && /<(?:html|table|!doctype html)\b/i.test(start)
  );
}

/** Null: it holds no table. */
export function readHtmlFile(bytes: Buffer): Sheet[] | null {
  const text = decodeText(bytes);
  if (text === null) return null;
  const tables = tablesOf(text).filter(({ rows }) => rows.length > 0);
  return tables.length > 0 ? tables.map((sheet, at) => ({ ...sheet, name: `Table${at + 1}` })) : null;
}

interface Open {
  text: string;
  down: number;
  across: number;
}

/** Reads tag by tag; a table within a cell counts as the cell's text. */
function tablesOf(text: string): Sheet[] {
  const tables: Sheet[] = [];
  let [depth, cell]: [number, Open | null] = [0, null];
  let grid = new Grid();
  const endCell = () => {
    if (cell) grid.put(cell);
    cell = null;
  };
  const endTable = () => {
    endCell();
    tables.push({ name: "", hidden: false, is1904: false, rows: grid.rows() });
  };
  for (const part of partsOf(text)) {
    if (part.tag === "table") {
      depth += part.closes ? -1 : 1;
      if (depth === 1 && !part.closes) grid = new Grid();
      if (depth === 0) endTable();
    } else if (depth !== 1) {
      if (cell && !part.tag) cell.text += part.text;
    } else if (part.tag === "tr") {
      endCell();
      if (!part.closes) grid.line();
    } else if (part.tag === "td" || part.tag === "th") {
      endCell();
      if (!part.closes)
        cell = { text: "", down: spanOf(part.text, "rowspan"), across: spanOf(part.text, "colspan") };
    } else if (cell) cell.text += /^(br|p|div)$/.test(part.tag) ? "\n" : part.tag ? "" : part.text;
  }
  if (depth > 0) endTable();
  return tables;
}

function spanOf(attributes: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,3})`, "i").exec(attributes);
  return Math.max(1, Number(found?.[1] ?? 1));
}

/** Cells under spans that an honest page does not reach. */
const mostCovered = 100_000;

/** Where the cells of a table come to stand, with what spans over others. */
class Grid {
  private lines: (Cell | null)[][] = [];
  private at = -1;
  private column = 0;
  private covered = 0;

  line() {
    this.at++;
    this.column = 0;
    this.lines[this.at] ??= [];
  }

  put({ text, ...span }: Open) {
    if (this.at < 0) this.line();
    const line = this.lines[this.at] ?? [];
    while (line[this.column] !== undefined) this.column++;
    const value = text.replace(/[ \t\r]*\n[ \t\r\n]*/g, "\n").trim();
    const cell = value ? { value } : null;
    this.covered += span.down * span.across - 1;
    const { down, across } = this.covered > mostCovered ? { down: 1, across: 1 } : span;
    for (let row = 0; row < down; row++) {
      const here = this.lines[this.at + row] ?? [];
      this.lines[this.at + row] = here;
      for (let beside = 0; beside < across; beside++)
        here[this.column + beside] =
          cell && (row || beside ? { ...cell, merged: row ? "down" : "across" } : cell);
    }
  }

  rows(): Row[] {
    return this.lines.slice(0, this.at + 1).flatMap((line, at) => {
      const cells = Array.from(line, (cell) => cell ?? null);
      return cells.some((cell) => cell && !cell.merged) ? [{ number: at + 1, hidden: false, cells }] : [];
    });
  }
}

interface Part {
  /** In small letters; "" for text. */
  tag: string;
  closes: boolean;
  /** The text, or the tag's attributes. */
  text: string;
}

/** Texts and tags in order, without what no reader sees. */
function* partsOf(text: string): Generator<Part> {
  const small = text.toLowerCase();
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("<", at);
    if (start !== at)
      yield { tag: "", closes: false, text: plainText(text.slice(at, start < 0 ? undefined : start)) };
    if (start < 0) return;
    const end = text.startsWith("<!--", start) ? text.indexOf("-->", start) + 2 : text.indexOf(">", start);
    if (end < start) return;
    const [, slash, name = "", attributes = ""] =
      /^<(\/?)([a-z][a-z0-9:]*)?([\s\S]*)$/i.exec(text.slice(start, Math.min(end, start + 2_000))) ?? [];
    const tag = name.toLowerCase();
    at = end + 1;
    if (tag) yield { tag, closes: slash === "/", text: attributes };
    if (!slash && /^(style|script|xml|title)$/.test(tag)) {
      const close = small.indexOf(`</${tag}`, at);
      if (close < 0) return;
      at = close;
    }
  }
}
