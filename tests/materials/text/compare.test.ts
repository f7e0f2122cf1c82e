/** Two versions of a file beside each other: pages that stayed, changed, came and went; words within a page. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareVersions, type PageChange, wordMarks } from "~/materials/text/comparing/compare";
import { differ } from "~/materials/text/comparing/differ";

const pagesOf = (...texts: string[]) => texts.map((text, index) => ({ page: index + 1, text }));
const told = (changes: PageChange[]) =>
  changes.map((change) => [
    change.kind,
    "from" in change ? change.from : null,
    "to" in change ? change.to : null,
  ]);

const [one, two, three, four] = ["một", "hai", "ba", "bốn"].map((word) =>
  Array.from({ length: 20 }, (_, at) => `${word}${at}`).join(" "),
) as [string, string, string, string];

test("names what stayed, changed, came and went", () => {
  const changes = compareVersions(
    pagesOf(one, two, three),
    pagesOf(one, four, two.replace("hai3", "khác"), "mới"),
  );
  expect(told(changes)).toEqual([
    ["same", 1, 1],
    ["new", null, 2],
    ["changed", 2, 3],
    ["gone", 3, null],
    ["new", null, 4],
  ]);
  expect(changes[2]).toMatchObject({
    marks: [
      { kind: "same", text: "hai0 hai1 hai2" },
      { kind: "removed", text: "hai3" },
      { kind: "added", text: "khác" },
      { kind: "same", text: expect.stringMatching(/^hai4 .* hai19$/) },
    ],
  });
});

test("line ends, blanks and decomposed letters are no change", () => {
  const changes = compareVersions(
    pagesOf("Chỉ thị  số 30\nvề"),
    pagesOf("Chỉ thị số 30 về".normalize("NFD")),
  );
  expect(told(changes)).toEqual([["same", 1, 1]]);
});

test("a page that grows keeps its words", () => {
  expect(wordMarks(["a", "b"], ["a", "x", "b"])).toEqual([
    { kind: "same", text: "a" },
    { kind: "added", text: "x" },
    { kind: "same", text: "b" },
  ]);
});

test("from the steps both sides come back whole, and nothing shared is missed", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const steps = differ(before, after) ?? [];
      const without = (kind: string) => steps.filter((step) => step.kind !== kind).map(({ word }) => word);
      expect(without("added")).toEqual(before);
      expect(without("removed")).toEqual(after);
      expect(steps.filter(({ kind }) => kind === "same")).toHaveLength(longestCommon(before, after));
    }),
  );
});

test("every page of both versions is told once, in order", () => {
  const page = fc.constantFrom(
    one,
    two,
    three,
    four,
    one.replace("một5", "x"),
    two.replace("hai7 hai8", "y"),
    "",
  );
  fc.assert(
    fc.property(fc.array(page, { maxLength: 12 }), fc.array(page, { maxLength: 12 }), (before, after) => {
      const changes = told(compareVersions(pagesOf(...before), pagesOf(...after)));
      expect(changes.flatMap(([, from]) => from ?? [])).toEqual(before.map((_, index) => index + 1));
      expect(changes.flatMap(([, , to]) => to ?? [])).toEqual(after.map((_, index) => index + 1));
    }),
  );
});

test("a thousand pages are compared in a moment", () => {
  const book = Array.from({ length: 1_000 }, (_, at) => `${one} trang ${at}`);
  const next = [...book.slice(0, 500), "chương mới", ...book.slice(500, 900), ...book.slice(910)];
  const begun = performance.now();
  const changes = compareVersions(pagesOf(...book), pagesOf(...next));
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(changes.filter(({ kind }) => kind === "same")).toHaveLength(990);
  expect(changes.filter(({ kind }) => kind !== "same")).toHaveLength(11);
});

function longestCommon(one: string[], other: string[]): number {
  const row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    let corner = 0;
    for (const [at, letter] of other.entries()) {
      const above = row[at + 1] ?? 0;
      row[at + 1] = word === letter ? corner + 1 : Math.max(above, row[at] ?? 0);
      corner = above;
    }
  }
  return row.at(-1) ?? 0;
}
