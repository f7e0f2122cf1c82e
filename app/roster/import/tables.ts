/** The rows below a head: people under the section that holds for them, further tables, and what is left out. */
import { parseKind } from "~/roster/person-parsing";
import { withDittos } from "./ditto";
import { type Field, saysWorkplace } from "./fields";
import { type Column, deepestHead, findHead, looksLikeHead, readColumns, repeatsHead } from "./heads";
import { fieldsOf, findLastPerson, indexOf, isPerson } from "./person-rows";
import { isColumnNumbers, isNumbered, isSignature, isTotal, readSection, type Section } from "./rows";
import { lineOf, ownCells, type Row, textOf } from "./sheet";
import { kindOfTitle, namesCommune, unitOfTitle } from "./title-block";
import type { AnyRow, LeftOutReason, RowReading } from "./understand";

/** Some heads can only be told by what stands below them. */
export function settleByValues(columns: Column[], body: Row[], chosen: Record<string, Field>): Column[] {
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
export function readTables(rows: Row[], columns: Column[], place: Place): RowReading[] {
  const found: RowReading[] = [];
  let [rest, here, under] = [rows, columns, place];
  for (;;) {
    const at = rest.findIndex((row) => isOtherHead(row, here));
    const body = readBody(at < 0 ? rest : rest.slice(0, at), here, under);
    for (const row of body) found.push(row);
    if (at < 0) return found;
    const head = findHead(rest.slice(at, at + deepestHead)).map((line) => line + at);
    const end = head.at(-1) ?? at;
    const titles = rest
      .slice(0, at)
      .filter(({ number }) => number > lastPersonIn(body))
      .flatMap((row) => ownCells(row).map(({ cell }) => textOf(cell)));
    for (const row of rest.slice(at, end + 1)) found.push(leftOut(row, "head", []));
    here = readColumns(
      rest.slice(at),
      head.map((line) => line - at),
    );
    under = { ...under, ...withoutEmpty(placeOf("", titles)) };
    rest = rest.slice(end + 1);
  }
}

/** A row of labels that is not the head printed again. */
function isOtherHead(row: Row, columns: Column[]): boolean {
  return looksLikeHead(row) && !repeatsHead(row, columns);
}

function lastPersonIn(rows: RowReading[]): number {
  return rows.findLast(({ is }) => is === "person")?.row ?? 0;
}

/** The unit and the role that a title or a sheet's name gives to a table without such columns, and the text that says it. */
interface Place {
  unit?: { is: string; text: string };
  kind?: { is: NonNullable<Section["kind"]>; text: string };
}

export function placeOf(sheetName: string, titles: string[]): Place {
  const titled = unitOfTitle(titles);
  const kindTitled = kindOfTitle(titles);
  const kindNamed = kindTitled ? null : (parseKind(sheetName) ?? null);
  const unit = titled ?? (namesCommune(sheetName) ? sheetName.trim() : null);
  const kind = kindTitled ?? kindNamed;
  return {
    unit: unit
      ? { is: unit, text: titled ? `${titles.find((line) => line.includes(titled)) ?? titled}` : sheetName }
      : undefined,
    kind: kind
      ? { is: kind, text: kindNamed ? sheetName : (titles.find((line) => kindOfTitle([line])) ?? "") }
      : undefined,
  };
}

function withoutEmpty(place: Place): Place {
  return { ...(place.unit && { unit: place.unit }), ...(place.kind && { kind: place.kind }) };
}

function readBody(rows: Row[], columns: Column[], place: Place): RowReading[] {
  const ordinal = indexOf(columns, "ordinal");
  const lastPerson = findLastPerson(rows, columns, ordinal);
  const under = new Sections();
  let isOver = false;
  let above: ReturnType<typeof fieldsOf> | null = null;
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
    const cells = withDittos(fieldsOf(row, columns), above);
    above = cells;
    return {
      ...{ row: row.number, hidden: row.hidden, line: "", is: "person", cells },
      unit: under.unit ?? place.unit?.is ?? null,
      kind: under.kind ?? place.kind?.is ?? null,
      assumed: {
        ...(!under.unit && place.unit && { unit: place.unit.text }),
        ...(!under.kind && place.kind && { kind: place.kind.text }),
      },
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

function anyRow(row: Row): AnyRow {
  return { row: row.number, hidden: row.hidden, line: lineOf(row) };
}

export function leftOut(row: Row, reason: LeftOutReason, columns: Column[]): RowReading {
  return { ...anyRow(row), is: "left_out", reason, cells: fieldsOf(row, columns) };
}
