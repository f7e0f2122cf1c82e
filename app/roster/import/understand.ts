/** Second step of an import: sheets become people, sections, and rows left out for a reason. Nothing vanishes. */

import type { OldEncoding } from "~/platform/letters/old-encodings";
import type { Network } from "~/roster/appointment";
import type { Field } from "./fields";
import { type Column, findHead, readColumns, samplesOf } from "./heads";
import { oldEncodingOf, repairSheets } from "./letters/repair";
import { networkOf } from "./network";
import type { Section } from "./rows";
import { type Cell, ownCells, type Sheet, textOf } from "./sheet";
import { leftOut, placeOf, readTables, settleByValues } from "./tables";
import { type HeadingDecision, readTerm, readTitleBlock, type Term } from "./title-block";

export type LeftOutReason =
  | "title"
  | "head"
  | "head_again"
  | "column_numbers"
  | "total"
  | "signature"
  | "no_person"
  | "no_table";

export interface AnyRow {
  row: number;
  hidden: boolean;
  /** The row in one line; "" for people, whose cells say it. */
  line: string;
}

export interface PersonRow extends AnyRow {
  is: "person";
  cells: Partial<Record<Field, Cell>>;
  /** What the section rows above say. */
  unit: string | null;
  kind: Section["kind"];
  /** The sheet's name or the title from which the unit or the role was concluded, where no row says it. */
  assumed?: { unit?: string; kind?: string };
}

export type RowReading =
  | PersonRow
  | (AnyRow & { is: "section"; section: Section })
  | (AnyRow & { is: "left_out"; reason: LeftOutReason; cells: Partial<Record<Field, Cell>> });

export interface SheetReading {
  sheet: string;
  hidden: boolean;
  is1904: boolean;
  /** Rows of the head as the sheet numbers them; none: no table was found. */
  head: number[];
  columns: Column[];
  rows: RowReading[];
}

export interface Understanding {
  sheets: SheetReading[];
  decision: HeadingDecision | null;
  /** "Nhiệm kỳ 2025 - 2030", as a title says. */
  term: Term | null;
  network: Network;
  /** What the texts were typed in, if it was not Unicode. */
  encoding: OldEncoding | null;
}

/** What the officer said about a sheet, where the reading was wrong. */
export interface SheetChoice {
  headRow?: number;
  /** By the column's index. */
  columns?: Record<string, Field>;
}

export function understand(raw: Sheet[], choices: Record<string, SheetChoice> = {}): Understanding {
  const sheets = repairSheets(raw);
  const readings = sheets.map((sheet) => understandSheet(sheet, choices[sheet.name] ?? {}));
  const titles = sheets.map((sheet, at) => linesAbove(sheet, readings[at]?.head[0] ?? 0));
  return {
    sheets: readings,
    decision: titles.map(readTitleBlock).find((decision) => decision !== null) ?? null,
    term: titles.map(readTerm).find((term) => term !== null) ?? null,
    network: networkOf(titles.flat(), readings),
    encoding: oldEncodingOf(sheets),
  };
}

function linesAbove({ rows }: Sheet, head: number): string[] {
  return rows
    .filter(({ number }) => number < head)
    .flatMap((row) => ownCells(row).map(({ cell }) => textOf(cell)));
}

function understandSheet(sheet: Sheet, choice: SheetChoice): SheetReading {
  const { name, hidden, is1904, rows } = sheet;
  const head = findHead(rows, choice.headRow);
  const last = head.at(-1);
  const reading = {
    sheet: name,
    hidden,
    is1904,
    head: rows.filter((_, at) => head.includes(at)).map(({ number }) => number),
  };
  if (last === undefined) {
    return { ...reading, columns: [], rows: rows.map((row) => leftOut(row, "no_table", [])) };
  }
  const columns = settleByValues(
    readColumns(rows, head, choice.columns),
    rows.slice(last + 1),
    choice.columns ?? {},
  );
  const above = rows
    .slice(0, last + 1)
    .map((row, at) => leftOut(row, head.includes(at) ? "head" : "title", []));
  const body = readTables(
    rows.slice(last + 1),
    columns,
    placeOf(name, linesAbove(sheet, reading.head[0] ?? 0)),
  );
  const people = new Set(body.filter(({ is }) => is === "person").map(({ row }) => row));
  const some = rows.filter(({ number }) => people.has(number)).slice(0, 40);
  const shown = columns.map((column) => ({ ...column, samples: samplesOf(some, column.index) }));
  return { ...reading, columns: shown, rows: [...above, ...body] };
}
