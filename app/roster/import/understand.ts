/** Second step of an import: sheets become people, sections, and rows left out for a reason. Nothing vanishes. */
import { parseKind } from "~/roster/person-parsing";
import { type Field, joinedFields, saysWorkplace } from "./fields";
import { type Column, findHead, looksLikeHead, readColumns, repeatsHead, samplesOf } from "./heads";
import { repairSheets } from "./letters/repair";
import { isColumnNumbers, isNumbered, isSignature, isTotal, readSection, type Section } from "./rows";
import { type Cell, lineOf, own, ownCells, type Row, type Sheet, textOf } from "./sheet";
import { type HeadingDecision, kindOfTitle, namesCommune, readTitleBlock, unitOfTitle } from "./title-block";

export type LeftOutReason =
  | "title"
  | "head"
  | "head_again"
  | "column_numbers"
  | "total"
  | "signature"
  | "no_person"
  | "no_table";

interface AnyRow {
  row: number;
  hidden: boolean;
  /** The row in one line. */
  line: string;
}

export interface PersonRow extends AnyRow {
  is: "person";
  cells: Partial<Record<Field, Cell>>;
  /** What the section rows above say. */
  unit: string | null;
  kind: Section["kind"];
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
  const decisions = sheets.map((sheet, at) => {
    const head = readings[at]?.head[0];
    return head === undefined ? null : readTitleBlock(linesAbove(sheet, head));
  });
  return { sheets: readings, decision: decisions.find((decision) => decision !== null) ?? null };
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

/** Some heads can only be told by what stands below them. */
function settleByValues(columns: Column[], body: Row[], chosen: Record<string, Field>): Column[] {
  const ordinal = indexOf(columns, "ordinal");
  const last = findLastPerson(body, columns, ordinal);
  const hasUnitSections = body
    .slice(0, Math.max(0, last))
    .some((row) => readSection(row, ordinal)?.unit && !isTotal(row) && !isSignature(row, ""));
  return columns.map((column) => {
    if (chosen[column.index]) return column;
    const isWorkplace = column.field === "unit" && hasUnitSections && saysWorkplace(column.path);
    return isWorkplace ? { ...column, field: "workplace" } : column;
  });
}

/** A sheet may hold several tables one below the other, each with its own head and its own title. */
function readTables(rows: Row[], columns: Column[], place: Place): RowReading[] {
  const at = rows.findIndex((row) => isOtherHead(row, columns));
  if (at < 0) return readBody(rows, columns, place);
  const head = findHead(rows.slice(at)).map((line) => line + at);
  const below = readColumns(rows, head);
  const [first, last] = [readBody(rows.slice(0, at), columns, place), head.at(-1) ?? at];
  const titles = rows
    .slice(0, at)
    .filter(({ number }) => number > lastPersonIn(first))
    .flatMap((row) => ownCells(row).map(({ cell }) => textOf(cell)));
  const heads = rows.slice(at, last + 1).map((row) => leftOut(row, "head", []));
  const next = { unit: unitOfTitle(titles) ?? place.unit, kind: kindOfTitle(titles) ?? place.kind };
  return [...first, ...heads, ...readTables(rows.slice(last + 1), below, next)];
}

/** A row of labels that is not the head printed again. */
function isOtherHead(row: Row, columns: Column[]): boolean {
  return looksLikeHead(row) && !repeatsHead(row, columns);
}

function lastPersonIn(rows: RowReading[]): number {
  return rows.findLast(({ is }) => is === "person")?.row ?? 0;
}

/** The unit and the role that a title or a sheet's name gives to a table without such columns. */
interface Place {
  unit: string | null;
  kind: Section["kind"];
}

function placeOf(sheetName: string, titles: string[]): Place {
  return {
    unit: unitOfTitle(titles) ?? (namesCommune(sheetName) ? sheetName.trim() : null),
    kind: kindOfTitle(titles) ?? parseKind(sheetName) ?? null,
  };
}

function readBody(rows: Row[], columns: Column[], place: Place): RowReading[] {
  const ordinal = indexOf(columns, "ordinal");
  const lastPerson = findLastPerson(rows, columns, ordinal);
  const under = new Sections();
  let isOver = false;
  return rows.map((row, at): RowReading => {
    const numbered = isNumbered(row, ordinal);
    const name = textOf(fieldsOf(row, columns).fullName).trim();
    if (repeatsHead(row, columns)) return leftOut(row, "head_again", columns);
    if (isColumnNumbers(row)) return leftOut(row, "column_numbers", columns);
    if (!numbered && isTotal(row)) return leftOut(row, "total", columns);
    const section = numbered ? null : readSection(row, ordinal);
    isOver =
      !numbered && (isOver || isSignature(row, name) || at > lastPerson) && !(section && at < lastPerson);
    if (isOver) return leftOut(row, "signature", columns);
    if (section) {
      under.enter(section);
      return { ...anyRow(row), is: "section", section };
    }
    if (!isPerson(row, columns, numbered)) return leftOut(row, "no_person", columns);
    return {
      ...anyRow(row),
      is: "person",
      cells: fieldsOf(row, columns),
      unit: under.unit ?? place.unit,
      kind: under.kind ?? place.kind,
    };
  });
}

/** The unit and the role that hold for the rows below; a new outer section ends the inner one. */
class Sections {
  unit: string | null = null;
  kind: Section["kind"] = null;
  private outer: "unit" | "kind" | null = null;

  enter({ unit, kind }: Section) {
    this.outer ??= unit && kind ? null : unit ? "unit" : "kind";
    if (unit && !kind && this.outer === "unit") this.kind = null;
    if (kind && !unit && this.outer === "kind") this.unit = null;
    if (unit) this.unit = unit;
    if (kind) this.kind = kind;
  }
}

const idle: readonly Field[] = ["ordinal", "note", "ignored", "sensitive"];

function facts(row: Row, columns: Column[]): Field[] {
  return columns
    .filter(({ index, field }) => !idle.includes(field) && own(row, index))
    .map(({ field }) => field);
}

function isPerson(row: Row, columns: Column[], numbered: boolean): boolean {
  const found = facts(row, columns);
  if (!found.includes("fullName")) return found.length > 0;
  return numbered || found.some((field) => field !== "fullName");
}

/** It ends the table. Below a signature only a numbered row can still be somebody. */
function findLastPerson(rows: Row[], columns: Column[], ordinal: number | undefined): number {
  let last = -1;
  let isSigned = false;
  for (const [at, row] of rows.entries()) {
    isSigned ||= isSignature(row, textOf(fieldsOf(row, columns).fullName).trim());
    if (isSigned && !isNumbered(row, ordinal)) continue;
    if (looksLikePerson(row, columns, ordinal)) [last, isSigned] = [at, false];
  }
  return last;
}

function looksLikePerson(row: Row, columns: Column[], ordinal: number | undefined): boolean {
  const found = facts(row, columns);
  if (isNumbered(row, ordinal)) return found.length > 0;
  return (
    found.includes("fullName") &&
    new Set(found).size > 1 &&
    !isTotal(row) &&
    !isSignature(row, textOf(fieldsOf(row, columns).fullName))
  );
}

/** The row's cells by what they hold. A value merged over several rows counts for each, except a name. */
function fieldsOf(row: Row, columns: Column[]): Partial<Record<Field, Cell>> {
  const cells: Partial<Record<Field, Cell>> = {};
  for (const { index, field } of columns) {
    const cell = row.cells[index];
    if (!cell || cell.merged === "across" || (cell.merged && field === "fullName")) continue;
    if (field === "ignored" || field === "sensitive") continue;
    const before = cells[field];
    if (!before) cells[field] = cell;
    else if (joinedFields.includes(field)) {
      const value = `${textOf(before)}${field === "fullName" ? " " : "; "}${textOf(cell)}`;
      const was = [...(before.was ?? []), ...(cell.was ?? [])];
      cells[field] = was.length > 0 ? { value, was } : { value };
    }
  }
  return cells;
}

function indexOf(columns: Column[], field: Field): number | undefined {
  return columns.find((column) => column.field === field)?.index;
}

function anyRow(row: Row): AnyRow {
  return { row: row.number, hidden: row.hidden, line: lineOf(row) };
}

function leftOut(row: Row, reason: LeftOutReason, columns: Column[]): RowReading {
  return { ...anyRow(row), is: "left_out", reason, cells: fieldsOf(row, columns) };
}
