/** Every repair of an import, each value once: by kind and column, in texts of one page each. */
import { showPhone } from "~/platform/phone";
import { showDate } from "~/roster/import/answers/show-date";
import type { CheckedRow } from "~/roster/import/check";
import { type Repair, repairKinds } from "~/roster/import/repairs";

/** The same value repaired in the same way, however often it stands in the file. */
export interface RepairedValue extends Repair {
  count: number;
  first: { sheet: string; row: number };
}

/** The repairs of one kind in one column; their values as JSON lists, those to look at first. */
export interface RepairsOfKind {
  kind: Repair["kind"];
  field: string;
  /** Different values, and the rows in which they stand. */
  values: number;
  rows: number;
  confidence: number;
  batches: string[];
}

export const repairPageSize = 50;

/** Told of the rows one by one. */
export class RepairList {
  private readonly kinds = new Map<string, Map<string, RepairedValue>>();

  add({ sheet, row, repairs }: CheckedRow) {
    for (const repair of repairs) {
      if (readsAlike(repair)) continue;
      const key = `${repair.kind} ${repair.field}`;
      const values = this.kinds.get(key) ?? new Map<string, RepairedValue>();
      this.kinds.set(key, values);
      const which = `${repair.original}\n${repair.repaired}`;
      const known = values.get(which);
      if (known) known.count++;
      else values.set(which, { ...repair, count: 1, first: { sheet, row } });
    }
  }

  list(): RepairsOfKind[] {
    return [...this.kinds.values()]
      .map((values) => ofKind([...values.values()]))
      .sort((a, b) => a.confidence - b.confidence || place(a) - place(b));
  }
}

/** The importer keeps dates and numbers in a form of its own; who reads them sees no difference. */
function readsAlike({ field, original, repaired }: Repair): boolean {
  if (shownAs(field, repaired) === original.trim()) return true;
  // Where its blanks and dots stand is how a number is shown, not what it is.
  const blanks = /[\s.]/gu;
  return field === "phone" && original.replace(blanks, "") === showPhone(repaired).replace(blanks, "");
}

/** A value as the rest of the app shows it. */
export function shownAs(field: string, value: string): string {
  if (field === "phone") return showPhone(value);
  return field === "birth" || field === "decidedOn" ? showDate(value) : value;
}

function place({ kind }: RepairsOfKind): number {
  return repairKinds.indexOf(kind);
}

function ofKind(all: RepairedValue[]): RepairsOfKind {
  const values = all.sort((a, b) => a.confidence - b.confidence || b.count - a.count);
  const [first] = values as [RepairedValue];
  return {
    kind: first.kind,
    field: first.field,
    values: values.length,
    rows: values.reduce((sum, { count }) => sum + count, 0),
    confidence: first.confidence,
    batches: Array.from({ length: Math.ceil(values.length / repairPageSize) }, (_, at) =>
      JSON.stringify(values.slice(at * repairPageSize, (at + 1) * repairPageSize)),
    ),
  };
}

/** A stretch of several lists put one behind the other. */
export function valuesBetween(lists: RepairsOfKind[], from: number, to: number): RepairedValue[] {
  const found: RepairedValue[] = [];
  let start = 0;
  for (const { values, batches } of lists) {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, values)];
    for (let at = Math.floor(first / repairPageSize); at * repairPageSize < last; at++) {
      const begins = at * repairPageSize;
      const batch = JSON.parse(batches[at] ?? "[]") as RepairedValue[];
      found.push(...batch.slice(Math.max(first - begins, 0), last - begins));
    }
    start += values;
  }
  return found;
}
