/** Where a key leads in a grid of cells, of which some can be edited. */

export interface Place {
  row: number;
  column: number;
}

export interface Cells {
  rows: number;
  /** Of each column, whether it can be edited. */
  editable: boolean[];
}

interface Key {
  key: string;
  shiftKey: boolean;
}

/** From a cell that is not being edited; null: the key does not lead anywhere in the grid. */
export function stepFrom({ key, shiftKey }: Key, { row, column }: Place, cells: Cells): Place | null {
  const last = { row: cells.rows - 1, column: cells.editable.length - 1 };
  if (key === "ArrowUp") return { row: Math.max(row - 1, 0), column };
  if (key === "ArrowDown") return { row: Math.min(row + 1, last.row), column };
  if (key === "ArrowLeft") return { row, column: Math.max(column - 1, 0) };
  if (key === "ArrowRight") return { row, column: Math.min(column + 1, last.column) };
  if (key === "Home") return { row, column: 0 };
  if (key === "End") return { row, column: last.column };
  return key === "Tab" ? nextEditable({ row, column }, shiftKey ? -1 : 1, cells) : null;
}

/** From the box of a cell, once it is left. */
export function stepAfterEdit({ key, shiftKey }: Key, { row, column }: Place, cells: Cells): Place | null {
  if (key === "Tab") return nextEditable({ row, column }, shiftKey ? -1 : 1, cells);
  const next = row + (shiftKey ? -1 : 1);
  return key === "Enter" && next >= 0 && next < cells.rows ? { row: next, column } : null;
}

/** Along the row and on to the next one; null at the end: there the key leaves the grid. */
function nextEditable({ row, column }: Place, step: 1 | -1, { rows, editable }: Cells): Place | null {
  for (let at = row * editable.length + column + step; at >= 0 && at < rows * editable.length; at += step) {
    const next = at % editable.length;
    if (editable[next]) return { row: Math.floor(at / editable.length), column: next };
  }
  return null;
}
