/** How far a unit has come with its list, and which step leads where: rules without the database. */
import type { Day } from "~/platform/clock";

export const unitStates = ["open", "submitted", "returned", "confirmed"] as const;
export type UnitState = (typeof unitStates)[number];

export const steps = ["submit", "return", "confirm", "reopen"] as const;
export type Step = (typeof steps)[number];

const ways: Record<Step, { from: readonly UnitState[]; to: UnitState }> = {
  submit: { from: ["open", "returned"], to: "submitted" },
  return: { from: ["submitted"], to: "returned" },
  confirm: { from: ["submitted"], to: "confirmed" },
  reopen: { from: ["submitted", "confirmed"], to: "returned" },
};

/** Null: the step does not lead on from there. */
export function stateAfter(state: UnitState, step: Step): UnitState | null {
  const { from, to } = ways[step];
  return from.includes(state) ? to : null;
}

/** Whether people on the list may still be marked. */
export function isMarkable(state: UnitState): boolean {
  return stateAfter(state, "submit") !== null;
}

/** As the department looks at it. */
export const progresses = ["not_started", "in_progress", "returned", "submitted", "confirmed"] as const;
export type Progress = (typeof progresses)[number];

export function progressOf({ state, marked }: { state: UnitState; marked: number }): Progress {
  if (state !== "open") return state;
  return marked > 0 ? "in_progress" : "not_started";
}

/** Past the last day and not handed in. */
export function isLate(state: UnitState, dueOn: Day, day: Day): boolean {
  return isMarkable(state) && day > dueOn;
}

/** Of a hundred, rounded down: 100 only when nobody is left. */
export function percentOf({ listed, marked }: { listed: number; marked: number }): number {
  return listed === 0 ? 100 : Math.floor((marked * 100) / listed);
}
