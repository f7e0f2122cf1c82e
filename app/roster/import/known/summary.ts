/** What there is to say of all the people in a file who are in the roster already: who waits for a word, which fields differ how often. */
import type { CheckedRow } from "~/roster/import/check";
import { type KnownField, type KnownGroup, knownFields } from "./fields";
import type { Known } from "./known";

export interface FieldCount {
  field: KnownField;
  /** Rows in which the roster has another value, and in which it has none or less. */
  differs: number;
  fills: number;
}

type Row = Pick<CheckedRow, "state" | "problems"> & { known: Known | null };

/** Told of the rows one by one. */
export class KnownSummary {
  private readonly places: Record<KnownGroup, number[]> = {
    maybe: [],
    differs: [],
    changes: [],
    unchanged: [],
  };
  private readonly counts = new Map<KnownField, FieldCount>();

  add(row: Row, at: number) {
    const group = groupOf(row);
    if (group) this.places[group].push(at);
    if (row.known?.verdict !== "same" || !group) return;
    for (const { field, isFilling } of row.known.differences) {
      const count = this.counts.get(field) ?? { field, differs: 0, fills: 0 };
      count[isFilling ? "fills" : "differs"]++;
      this.counts.set(field, count);
    }
  }

  all() {
    return { places: this.places, fields: knownFields.flatMap((field) => this.counts.get(field) ?? []) };
  }
}

function groupOf({ state, problems, known }: Row): KnownGroup | null {
  if (!known) return null;
  if (known.verdict === "maybe") return "maybe";
  if (problems.some(({ code }) => code === "differs")) return "differs";
  return state === "update" ? "changes" : state === "there" ? "unchanged" : null;
}
