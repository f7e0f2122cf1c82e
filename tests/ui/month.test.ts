/** The days that a calendar shows, and where its keys lead. */
import { expect, test } from "vitest";
import { addMonths, dayByKey, weeksOf } from "~/ui/month";

test("a month begins on the Monday at or before its first day", () => {
  const weeks = weeksOf({ year: 2026, month: 11 });
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([6, "2026-10-26", "2026-12-06"]);
});

test("February of four whole weeks shows no neighbours", () => {
  const weeks = weeksOf({ year: 2027, month: 2 });
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([4, "2027-02-01", "2027-02-28"]);
});

test("a month on from the 31st is the last of a shorter month", () => {
  expect([addMonths("2026-01-31", 1), addMonths("2024-02-29", 12), addMonths("2026-03-31", -1)]).toEqual([
    "2026-02-28",
    "2025-02-28",
    "2026-02-28",
  ]);
});

test.each([
  ["ArrowUp", false, "2026-11-16"],
  ["Home", false, "2026-11-23"],
  ["End", false, "2026-11-29"],
  ["PageDown", false, "2026-12-23"],
  ["PageUp", true, "2025-11-23"],
  ["Enter", false, undefined],
] as const)("%s leads on from Monday 23 November", (key, withShift, expected) => {
  expect(dayByKey(key, "2026-11-23", withShift)).toBe(expected);
});
