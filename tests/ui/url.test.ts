/** The state of a list in its URL. */
import { expect, test } from "vitest";
import { chosenColumns, folded, isUnfoldedIn, unfoldedAt, withoutParam, withParams } from "~/ui/url";

test("a change goes back to the first page and keeps the rest", () => {
  expect(withParams("?q=an&page=3&sort=name", { sort: "-name" })).toBe("?q=an&sort=-name");
});

test("an empty value takes the parameter away", () =>
  expect(withParams("?q=an&state=a", { q: "" })).toBe("?state=a"));

test("another page changes nothing else", () =>
  expect(withParams("?q=an", { page: "2" })).toBe("?q=an&page=2"));

test("one of several values goes, the others stay", () => {
  expect([
    withoutParam("?role=a&role=b&page=2", "role", "a"),
    withoutParam("?role=a&role=b&q=x", "role"),
  ]).toEqual(["?role=b", "?q=x"]);
});

test("columns are read repeated or with commas", () => {
  expect(
    ["columns=a&columns=b", "columns=a,b", "q=x"].map((query) => chosenColumns(new URLSearchParams(query))),
  ).toEqual([["a", "b"], ["a", "b"], null]);
});

test("what the address unfolds outlives no change", () => {
  const asked = unfoldedAt("?q=an&page=2", "filters");
  expect([asked, isUnfoldedIn(asked, "filters"), isUnfoldedIn(asked, "columns")]).toEqual([
    "?q=an&page=2&unfold=filters",
    true,
    false,
  ]);
  expect([folded(asked), withParams(asked, { sort: "name" }), withoutParam(asked, "q")]).toEqual([
    "?q=an&page=2",
    "?q=an&sort=name",
    "?",
  ]);
});
