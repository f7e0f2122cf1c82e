/** Statements that come again are prepared, a bounded number of them. */
import { describe, expect, it } from "vitest";
import { StatementNames } from "~/platform/statements";

describe("names of statements", () => {
  it("names a text from its second time on, and always alike", () => {
    const names = new StatementNames();
    const asked = ["a", "b", "a", "a", "b"].map((text) => names.nameOf(text));
    expect(asked.slice(0, 2)).toEqual([undefined, undefined]);
    expect(asked[2]).toBeDefined();
    expect(asked[3]).toBe(asked[2]);
    expect(asked[4]).not.toBe(asked[2]);
  });

  it("leaves off at a few hundred, and forgets texts of one question", () => {
    const names = new StatementNames();
    for (let n = 0; n < 5_000; n++) names.nameOf(`once ${n}`);
    const named = Array.from({ length: 1_000 }, (_, n) => names.nameOf(`t ${n}`) ?? names.nameOf(`t ${n}`));
    expect(new Set(named.filter(Boolean)).size).toBe(300);
    expect(names.nameOf("t 0")).toBe(named[0]);
  });
});
