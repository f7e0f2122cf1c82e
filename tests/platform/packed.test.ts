/** Texts that were packed come out as they went in. */
import { expect, test } from "vitest";
import { pack, textsAt } from "~/platform/packed";

test("any of them, in any order", () => {
  const texts = Array.from({ length: 11 }, (_, at) => JSON.stringify({ at, name: "Lê Thị Hường" }));
  const packed = pack(texts, 4);
  expect(packed.count).toBe(11);
  expect(packed.batches).toHaveLength(3);
  expect(textsAt(packed, [10, 0, 5, 4])).toEqual([texts[10], texts[0], texts[5], texts[4]]);
  expect(textsAt(pack([]), [])).toEqual([]);
});
