/** The way of a list from hand to hand, against a small model: whatever is tried in whatever order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { isMarkable, type Step, stateAfter, steps, type UnitState } from "~/roster/reviews/review-state";

/** Told apart from the code: who holds the paper. */
interface Paper {
  holder: "unit" | "leader" | "department";
  wasBack: boolean;
}

const moves: Record<Step, (paper: Paper) => Paper | null> = {
  submit: (paper) => (paper.holder === "unit" ? { ...paper, holder: "leader" } : null),
  return: (paper) => (paper.holder === "leader" ? { holder: "unit", wasBack: true } : null),
  confirm: (paper) => (paper.holder === "leader" ? { ...paper, holder: "department" } : null),
  reopen: (paper) => (paper.holder === "unit" ? null : { holder: "unit", wasBack: true }),
};

function stateOf({ holder, wasBack }: Paper): UnitState {
  if (holder === "leader") return "submitted";
  if (holder === "department") return "confirmed";
  return wasBack ? "returned" : "open";
}

test("the state is always where the paper is, and only the unit writes on it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), (tried) => {
      let state: UnitState = "open";
      let paper: Paper = { holder: "unit", wasBack: false };
      for (const step of tried) {
        const moved = moves[step](paper);
        const next = stateAfter(state, step);
        expect(next === null).toBe(moved === null);
        if (!next || !moved) continue;
        state = next;
        paper = moved;
        expect(state).toBe(stateOf(paper));
        expect(isMarkable(state)).toBe(paper.holder === "unit");
      }
    }),
  );
});
