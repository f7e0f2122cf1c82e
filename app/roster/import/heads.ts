/** Where a table's head stands and what its columns hold. */
import { fold, tidy } from "~/platform/text";
import { type Field, fieldOfHead, fieldOfLabel, joinedFields, saysWorkplace } from "./fields";
import { own, ownCells, type Row, textOf } from "./sheet";

export interface Column {
  /** From 0: column A. */
  index: number;
  /** The head from its top line to its bottom one, as people read it: "Năm sinh, Nữ". */
  head: string;
  path: string[];
  field: Field;
  /** What stands in it in the first rows below. */
  samples: string[];
}

/** A head stands near the top, names the column of names, and at least one more. */
export const deepestHead = 80;

/** The rows of the head, as positions in `rows`: one, or more if labels stand under a merged one. Empty: no table here. */
export function findHead(rows: Row[], askedRow?: number): number[] {
  const first =
    askedRow === undefined
      ? rows
          .slice(0, deepestHead)
          .findIndex((row) => fieldsIn(row).includes("fullName") && fieldsIn(row).length >= 2)
      : rows.findIndex((row) => row.number === askedRow);
  if (first < 0) return [];
  const lines = rows.slice(first, first + 3);
  const depth = lines.findIndex((row, at) => at > 0 && !isLowerLine(row, lines.slice(0, at)));
  return lines.slice(0, depth < 0 ? lines.length : depth).map((_, at) => first + at);
}

/** A row below a table that names columns again, and nothing but them: another table begins. */
export function looksLikeHead(row: Row): boolean {
  const isLabels = row.cells.every(
    (cell) => !cell || cell.merged || (typeof cell.value === "string" && textOf(cell).length <= 60),
  );
  if (!isLabels) return false;
  const known = new Set(fieldsIn(row));
  return known.has("fullName") && known.size >= 3;
}

function fieldsIn(row: Row): Field[] {
  const found = ownCells(row).map(({ cell }) =>
    typeof cell.value === "string" ? fieldOfLabel(cell.value) : null,
  );
  return [...new Set(found)].filter((field) => field !== null);
}

/** A line of labels under the head: each stands under a merged or an empty cell, and one of them is known. */
function isLowerLine(row: Row, above: Row[]): boolean {
  const [first, last] = [above[0], above.at(-1)];
  if (!first || !last || row.number !== last.number + 1) return false;
  const labels = ownCells(row);
  const nameColumn = ownCells(first).find(({ cell }) => fieldOfLabel(textOf(cell)) === "fullName")?.column;
  return (
    labels.some(({ cell }) => isLabel(textOf(cell)) || isMergedAbove(row, last)) &&
    labels.every(({ cell, column }) => {
      const over = last.cells[column];
      const besideOver = last.cells[column + 1];
      // A text file has no merges: a label with nothing beside it spreads over both of those below.
      const spreads = besideOver ? besideOver.merged === "across" : Boolean(own(row, column + 1));
      const isUnder = !over || over.merged === "across" || spreads;
      const isName = column === nameColumn && fieldOfLabel(textOf(cell)) !== "fullName";
      return typeof cell.value === "string" && isUnder && !isName;
    })
  );
}

/** "Số" and "Ngày" stand under "Quyết định công nhận". */
function isLabel(text: string): boolean {
  return fieldOfLabel(text) !== null || /^(so|ngay)$/.test(fold(tidy(text)));
}

function isMergedAbove(row: Row, last: Row): boolean {
  return (
    row.cells.some((cell) => cell?.merged === "down") && last.cells.some((cell) => cell?.merged === "across")
  );
}

export function readColumns(rows: Row[], head: number[], chosen: Record<string, Field> = {}): Column[] {
  const lines = rows.filter((_, at) => head.includes(at));
  const below = rows.slice((head.at(-1) ?? -1) + 1);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index): Column => {
    const labels = lines.map((_, at) => labelAt(lines, at, index)).filter(Boolean);
    const path = labels.filter((label, at) => label !== labels[at - 1]);
    return { index, path, head: path.join(", "), field: fieldOfHead(path), samples: [] };
  }).filter(({ index, path }) => path.length > 0 || below.some((row) => own(row, index)));
  settleDoubles(columns);
  for (const column of columns) column.field = chosen[column.index] ?? column.field;
  return columns;
}

/** A label spreads over the empty cells to its right under which labels stand, be they merged or not. */
function labelAt(lines: Row[], at: number, index: number): string {
  const [line, below] = [lines[at], lines[at + 1]];
  const label = tidy(textOf(line?.cells[index]));
  if (label || !below || !own(below, index) || !own(below, index - 1)) return label;
  return labelAt(lines, at, index - 1);
}

/** Two different texts from the first rows. */
export function samplesOf(rows: Row[], index: number): string[] {
  const texts = rows.slice(0, 40).map((row) => tidy(textOf(own(row, index))).slice(0, 60));
  return [...new Set(texts.filter(Boolean))].slice(0, 2);
}

/** A second column of the same kind: a workplace beside a unit, else nothing, unless its texts can be put together. */
function settleDoubles(columns: Column[]) {
  const units = columns.filter(({ field }) => field === "unit");
  if (units.length > 1) {
    for (const column of units) if (saysWorkplace(column.path)) column.field = "workplace";
  }
  const seen = new Set<Field>();
  for (const column of columns) {
    if (seen.has(column.field) && !joinedFields.includes(column.field)) column.field = "ignored";
    if (column.field !== "sensitive") seen.add(column.field);
  }
}

/** The head printed again on a later page. */
export function repeatsHead(row: Row, columns: Column[]): boolean {
  const heads = labelsOf(columns);
  const cells = ownCells(row);
  return (
    cells.length >= 2 &&
    cells.every(({ cell, column }) => heads.get(column)?.includes(fold(tidy(textOf(cell)))))
  );
}

const labelsKnown = new WeakMap<Column[], Map<number, string[]>>();

function labelsOf(columns: Column[]): Map<number, string[]> {
  const labels =
    labelsKnown.get(columns) ?? new Map(columns.map(({ index, path }) => [index, path.map(fold)]));
  labelsKnown.set(columns, labels);
  return labels;
}
