/** A unit as the tree and the search show it. */
import type { Day } from "~/platform/clock";

interface ListedUnit {
  id: string;
  name: string;
  kind: string;
  level: string;
  code: string | null;
  openedOn: Day;
  closedOn: Day | null;
}

export interface TreeUnit extends ListedUnit {
  /** How many stand right under it. */
  children: number;
}

export interface UnitHit extends ListedUnit {
  /** The names above it, from the top: "Trung ương › Thành phố Hà Nội". */
  path: string;
  /** The name it was found by, where that is no longer its own. */
  formerName: string | null;
}

export type UnitState = "open" | "planned" | "closed";

export function stateOn(
  { openedOn, closedOn }: Pick<ListedUnit, "openedOn" | "closedOn">,
  day: Day,
): UnitState {
  if (day < openedOn) return "planned";
  return closedOn !== null && closedOn < day ? "closed" : "open";
}
