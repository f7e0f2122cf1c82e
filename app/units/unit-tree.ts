/** A unit as the tree and the search show it. */
import { type Day, showDay, today } from "~/platform/clock";
import type { Language } from "~/platform/words";
import type { TreeNode } from "~/ui/tree-rows";
import { doorWords } from "./door-words";

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

/** For `~/ui/tree`: a name and what is special about it. */
export function toNode(unit: TreeUnit, language: Language): TreeNode {
  const words = doorWords[language];
  const notes = { open: "", planned: words.opensOn, closed: words.closedOn };
  const state = stateOn(unit, today());
  const day = state === "planned" ? unit.openedOn : unit.closedOn;
  return {
    id: unit.id,
    label: unit.name,
    note: state === "open" || !day ? undefined : `${notes[state]} ${showDay(day)}`,
    hasChildren: unit.children > 0 || undefined,
  };
}
