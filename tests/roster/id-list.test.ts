/** A long list of ids as one text: it counts and gives parts as an array would. */
import { expect, test } from "vitest";
import { IdList } from "~/roster/list/id-list";

const ids = Array.from({ length: 5 }, (_, n) => `00000000-0000-0000-0000-00000000000${n}`);

test("counts, and gives any part, the last one too", () => {
  const list = new IdList(ids.join(","));
  expect(list.length).toBe(5);
  expect(list.slice()).toEqual(ids);
  for (let start = 0; start <= 6; start++)
    for (let end = start; end <= 7; end++) expect(list.slice(start, end)).toEqual(ids.slice(start, end));
});

test("of nobody", () => {
  expect([new IdList("").length, new IdList("").slice()]).toEqual([0, []]);
});
