/** Days as people type them. */
import { describe, expect, test, vi } from "vitest";
import { readDay, readPartialDay, showPartialDay } from "~/ui/typed-day";

vi.useFakeTimers({ now: new Date("2026-11-23T05:00:00Z"), toFake: ["Date"] });

describe("a day", () => {
  test.each([
    "05/03/1975",
    "5/3/75",
    "5-3-1975",
    "5.3.1975",
    "5 3 1975",
    "05031975",
    "050375",
    "1975-03-05",
    " 5/3/1975 ",
  ])("reads %j as 5 March 1975", (typed) => expect(readDay(typed)).toBe("1975-03-05"));

  test("takes two digits for a past year, up to five years ahead", () => {
    expect([readDay("1/1/31"), readDay("1/1/32"), readDay("1/1/00")]).toEqual([
      "2031-01-01",
      "1932-01-01",
      "2000-01-01",
    ]);
  });

  test("knows the days of February", () => {
    expect([readDay("29/2/2024"), readDay("29/2/2023")]).toEqual(["2024-02-29", undefined]);
  });

  test.each([
    "31/4/2026",
    "5/13/1975",
    "0/1/1975",
    "5/3",
    "1975",
    "mai",
    "5/3/1975/2",
    "5/3/197",
    "1/1/1700",
    "--",
  ])("does not understand %j", (typed) => expect(readDay(typed) ?? null).toBeNull());

  test("tells nothing typed from nothing understood", () => {
    expect([readDay("  "), readDay("x")]).toEqual([null, undefined]);
  });
});

describe("a partly known day", () => {
  test.each([
    ["1975", { year: 1975 }],
    ["3/1975", { year: 1975, month: 3 }],
    ["5/3/1975", { year: 1975, month: 3, day: 5 }],
    ["", null],
    ["75", undefined],
    ["13/1975", undefined],
    ["31/2/1975", undefined],
  ])("reads %j", (typed, expected) => expect(readPartialDay(typed)).toEqual(expected));

  test.each(["1975", "3/1975", "05/03/1975"])("writes %j as it was read", (typed) => {
    const partial = readPartialDay(typed);
    expect(partial && showPartialDay(partial)).toBe(typed);
  });
});
