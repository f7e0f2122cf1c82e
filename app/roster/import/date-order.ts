/** Whether the texts of a sheet's births put the month first, as programs from America do. */
import { type Cell, textOf } from "./sheet";
import type { SheetReading } from "./understand";

const three = /^\s*(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{2}|\d{4})\s*$/;

/** Dates that are only possible with the month first, and none that is only possible with the day first. */
export function seemsMonthFirst({ rows }: SheetReading): boolean {
  let monthFirst = 0;
  for (const row of rows) {
    if (row.is !== "person") continue;
    const [first, second] = numbersOf(row.cells.birth);
    if (first > 12) return false;
    if (second > 12) monthFirst++;
  }
  // One alone may be a slip of the pen.
  return monthFirst >= 2;
}

/** "03/04/1975": both readings are days of the calendar, and different ones. */
export function isAmbiguous(cell: Cell | undefined): boolean {
  const [first, second] = numbersOf(cell);
  return first > 0 && second > 0 && first <= 12 && second <= 12 && first !== second;
}

/** "3/15/1975": no day of the calendar but with the month first. */
export function isMonthFirst(cell: Cell | undefined): boolean {
  const [first, second] = numbersOf(cell);
  return first > 0 && first <= 12 && second > 12;
}

/** The cell with its first two numbers in each other's place. */
export function swapped(cell: Cell): Cell {
  return { ...cell, value: textOf(cell).replace(three, "$3$2$1$2$4") };
}

function numbersOf(cell: Cell | undefined): [number, number] {
  const found = typeof cell?.value === "string" ? three.exec(cell.value) : null;
  return found ? [Number(found[1]), Number(found[3])] : [0, 0];
}
