/** Numbers as people write and read them. */
import { expect, test } from "vitest";
import { readNumber, showCount, showNumber } from "~/ui/number";

test.each([
  ["1.234.567,5", "vi", 1_234_567.5],
  ["1 200", "vi", 1200],
  ["0,5", "vi", 0.5],
  ["-3", "vi", -3],
  ["", "vi", null],
  ["1.5", "vi", Number.NaN],
  ["12a", "vi", Number.NaN],
  ["1,2,3", "vi", Number.NaN],
  ["1,234,567.5", "en", 1_234_567.5],
] as const)("reads %j in %s", (typed, language, expected) =>
  expect(readNumber(typed, language)).toEqual(expected),
);

test("writes the groups of each language", () => {
  expect([showNumber(1_234_567.5, "vi"), showNumber(1_234_567.5, "en")]).toEqual([
    "1.234.567,5",
    "1,234,567.5",
  ]);
});

test("says when a count stopped at its limit", () => {
  expect([
    showCount({ total: 10_000, more: true }, "vi"),
    showCount({ total: 412, more: false }, "vi"),
  ]).toEqual(["hơn 10.000", "412"]);
});
