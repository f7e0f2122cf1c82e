/** Rosters of every shape and encoding that the importer has never seen. `UNSEEN=200` in the environment draws more of them. */
import { expect, test } from "vitest";
import { formats, rosterOf } from "./files";
import { measure } from "./measure";

const seeds = Number(process.env.UNSEEN ?? 6);

test.each(formats)("%s: what is read is right, and what is not right is told", (format) => {
  const measured = Array.from({ length: seeds }, (_, at) => measure(rosterOf(1_001 + at, format)));
  const fields = measured.reduce((sum, one) => sum + one.fields, 0);
  const held = measured.flatMap((one) => one.held);
  expect(measured.flatMap((one) => one.silent)).toEqual([]);
  expect(fields).toBeGreaterThan(seeds * 50);
  expect(held.length / fields, JSON.stringify(held.slice(0, 3))).toBeLessThan(0.005);
});
