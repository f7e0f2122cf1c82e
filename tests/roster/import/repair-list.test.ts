/** What the page of an import's repairs lists: only what a person can see has changed. */
import { expect, test } from "vitest";
import type { CheckedRow } from "~/roster/import/check";
import { RepairList, valuesBetween } from "~/roster/import/repaired/repair-list";
import type { Repair } from "~/roster/import/repairs";

function originalsListed(field: string, kind: Repair["kind"], pairs: Record<string, string>): string[] {
  const rows = Object.entries(pairs).map(([original, repaired], at) => ({
    sheet: "Sheet1",
    row: at + 2,
    repairs: [{ field, kind, original, repaired, confidence: 0.97 }],
  }));
  const list = new RepairList();
  for (const row of rows as CheckedRow[]) list.add(row);
  return valuesBetween(list.list(), 0, 50).map(({ original }) => original);
}

test("a telephone number that only stands in other groups is no repair", () => {
  const written = {
    "0912 345 678": "+84912345678",
    "0912345678": "+84912345678",
    " 0912.345.678 ": "+84912345678",
    "912345678": "+84912345678",
    "+84 912 345 678": "+84912345678",
    "0912-345-678": "+84912345678",
    "0168 345 6789": "+84383456789",
    "024 3825 1234": "+842438251234",
  };
  expect(originalsListed("phone", "phoneForm", written).toSorted()).toEqual(
    ["912345678", "+84 912 345 678", "0912-345-678", "0168 345 6789"].toSorted(),
  );
});

test("a day that only stands in the importer's own order is no repair", () => {
  const written = { "05/03/1975": "1975-03-05", "1975": "1975", "5/3/75": "1975-03-05" };
  expect(originalsListed("birth", "date", written)).toEqual(["5/3/75"]);
});

test("text whose marks stood apart is one: the page shows them apart", () => {
  const apart = "Nguyễn".normalize("NFD");
  expect(originalsListed("fullName", "composed", { [apart]: "Nguyễn" })).toEqual([apart]);
});
