/** No page costs a first visitor more JavaScript than the budgets allow. `npm test` builds before it tests. */
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { weighPages } from "./page-weight.ts";

/** Kilobytes of gzip, of which a page's own are a tenth: look first at what its words and parts bring along. */
const budget = 170;

test.skipIf(!existsSync("build/built"))("no page is heavier than its budget", () => {
  const pages = weighPages();
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.filter(({ kilobytes }) => kilobytes > budget)).toEqual([]);
});
