/** Keys walk through a grid as in a spreadsheet. */
import { expect, test } from "vitest";
import { stepAfterEdit, stepFrom } from "~/ui/grid/steps";

/** Three rows; the first and the last column are only read. */
const cells = { rows: 3, editable: [false, true, true, false] };
const place = (row: number, column: number) => ({ row, column });
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

test("arrows go one cell and stop at the edge", () => {
  expect(stepFrom(press("ArrowDown"), place(1, 1), cells)).toEqual(place(2, 1));
  expect(stepFrom(press("ArrowDown"), place(2, 1), cells)).toEqual(place(2, 1));
  expect(stepFrom(press("ArrowLeft"), place(0, 0), cells)).toEqual(place(0, 0));
  expect(stepFrom(press("End"), place(0, 0), cells)).toEqual(place(0, 3));
  expect(stepFrom(press("a"), place(0, 0), cells)).toBeNull();
});

test("Tab goes from one cell that can be edited to the next, and out at the end", () => {
  expect(stepFrom(press("Tab"), place(0, 2), cells)).toEqual(place(1, 1));
  expect(stepFrom(press("Tab", true), place(1, 1), cells)).toEqual(place(0, 2));
  expect(stepFrom(press("Tab"), place(2, 2), cells)).toBeNull();
  expect(stepFrom(press("Tab", true), place(0, 1), cells)).toBeNull();
});

test("after typing Enter goes down, with Shift up, Tab along", () => {
  expect(stepAfterEdit(press("Enter"), place(0, 1), cells)).toEqual(place(1, 1));
  expect(stepAfterEdit(press("Enter", true), place(0, 1), cells)).toBeNull();
  expect(stepAfterEdit(press("Tab"), place(0, 1), cells)).toEqual(place(0, 2));
  expect(stepAfterEdit(press("Escape"), place(0, 1), cells)).toBeNull();
});
