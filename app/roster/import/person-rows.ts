/** Which rows below a head are people, where the last of them stands, and what their cells hold. */
import { fold } from "~/platform/text";
import { type Field, joinedFields } from "./fields";
import type { Column } from "./heads";
import { isNumbered, isSignature, isTotal } from "./rows";
import { type Cell, own, type Row, textOf } from "./sheet";

const idle: readonly Field[] = ["ordinal", "note", "ignored", "sensitive"];

function facts(row: Row, columns: Column[]): Field[] {
  return columns
    .filter(({ index, field }) => !idle.includes(field) && own(row, index))
    .map(({ field }) => field);
}

export function isPerson(row: Row, columns: Column[], numbered: boolean): boolean {
  const found = facts(row, columns);
  if (!found.includes("fullName")) return found.length > 0;
  return numbered || found.some((field) => field !== "fullName");
}

/** It ends the table. Below a signature only a numbered row can still be somebody. */
export function findLastPerson(rows: Row[], columns: Column[], ordinal: number | undefined): number {
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
export function fieldsOf(row: Row, columns: Column[]): Partial<Record<Field, Cell>> {
  const cells: Partial<Record<Field, Cell>> = {};
  for (const { index, field } of inReadingOrder(columns)) {
    const cell = row.cells[index];
    if (!cell || cell.merged === "across" || (cell.merged && field === "fullName")) continue;
    if (field === "ignored" || field === "sensitive") continue;
    const before = cells[field];
    if (!before) cells[field] = cell;
    else if (joinedFields.includes(field)) {
      const value = `${textOf(before)}${field === "fullName" ? " " : "; "}${textOf(cell)}`;
      const was = [...(before.was ?? []), ...(cell.was ?? [])];
      const isDoubtful = before.doubt ?? cell.doubt;
      cells[field] = { value, ...(was.length > 0 && { was }), ...(isDoubtful && { doubt: value }) };
    }
  }
  return cells;
}

const ordered = new WeakMap<Column[], Column[]>();

/** A given name is read behind the rest of the name, wherever its column stands. */
function inReadingOrder(columns: Column[]): Column[] {
  const known = ordered.get(columns);
  if (known) return known;
  const isGiven = ({ field, path }: Column) => field === "fullName" && fold(path.at(-1) ?? "") === "ten";
  const sorted = [...columns.filter((one) => !isGiven(one)), ...columns.filter(isGiven)];
  ordered.set(columns, sorted);
  return sorted;
}

export function indexOf(columns: Column[], field: Field): number | undefined {
  return columns.find((column) => column.field === field)?.index;
}
