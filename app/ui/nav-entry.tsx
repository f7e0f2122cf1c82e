/** A place of the menu, and how many things wait there. */
import type { LucideIcon } from "lucide-react";
import { isUnder } from "./url";

interface Waiting {
  count: number;
  say: string;
}

export interface NavEntry {
  label: string;
  to: string;
  icon: LucideIcon;
  /** How many things wait there, and what they are. */
  waiting?: Waiting;
  /** Places under it. */
  places?: { label: string; to: string }[];
}

/** The deepest place that the address lies under. */
export function placeOf(pathname: string, places: { to: string }[]): string | undefined {
  return places.filter(({ to }) => isUnder(pathname, to)).sort((a, b) => b.to.length - a.to.length)[0]?.to;
}

export function WaitingMark({ count, say }: Waiting) {
  return (
    <span className="whitespace-nowrap rounded-pill bg-primary px-2 text-caption font-semibold text-on-primary tabular-nums">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{say}</span>
    </span>
  );
}
