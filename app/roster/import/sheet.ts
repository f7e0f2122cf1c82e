/** A spreadsheet as the importer's steps hand it on: rows of cells, nothing interpreted. */
import type { RepairKind } from "./repairs";

export interface Cell {
  value: string | number;
  /** As the sheet shows it, where that differs. */
  shown?: string;
  /** The cell is covered by a merge: the value stands in the first cell of the merge, above or to the left. */
  merged?: "down" | "across";
  /** How its text was repaired, step by step, from what stands in the file. */
  was?: { kind: RepairKind; text: string; to: string; confidence: number }[];
  /** Nobody can tell in which letters its text is typed: it stays as it is, and is asked. */
  doubt?: string;
}

export interface Row {
  /** As the sheet numbers it, from 1. */
  number: number;
  hidden: boolean;
  cells: (Cell | null)[];
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Whether its dates count from 1904, as in books from old Macintoshes. */
  is1904: boolean;
  /** Only rows in which something stands. */
  rows: Row[];
}

/** What is written in a cell of its own; null where nothing stands or a merge covers it. */
export function own(row: Row | undefined, column: number | undefined): Cell | null {
  const cell = column === undefined ? null : row?.cells[column];
  return cell && !cell.merged ? cell : null;
}

export function ownCells(row: Row): { column: number; cell: Cell }[] {
  return row.cells.flatMap((cell, column) => (cell && !cell.merged ? [{ column, cell }] : []));
}

/** The cell as a reader of the sheet sees it. */
export function textOf(cell: Cell | null | undefined): string {
  return cell ? (cell.shown ?? String(cell.value)) : "";
}

/**
 * Cells of the same text become one, for posts, units and roles recur in every row; nobody changes a cell in place. Its
 * text stands on its own: cut out of a larger one it would keep all of that in memory.
 */
export function sharingCells() {
  const known = new Map<string, Cell>();
  return (cell: Cell): Cell => {
    const { value, ...rest } = cell;
    if (typeof value !== "string") return cell;
    const isPlain = Object.keys(rest).length === 0;
    const found = isPlain ? known.get(value) : undefined;
    if (found) return found;
    const own: Cell = { ...cell, value: JSON.parse(JSON.stringify(value)) };
    if (isPlain && known.size < mostShared) known.set(own.value as string, own);
    return own;
  };
}
const mostShared = 20_000;

/** The row in one line, for people. */
export function lineOf(row: Row): string {
  return ownCells(row)
    .map(({ cell }) => textOf(cell).trim())
    .join(" · ");
}
