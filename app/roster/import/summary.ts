/** What there is to say of a checked import as a whole: its counts, columns, units, decisions, and who stands where. */
import type { CheckedRow, PersonValues } from "./check";
import type { Kept } from "./choices";
import type { RowFilter } from "./import-query";
import type { Known } from "./known/known";
import type { Problem } from "./problems";
import type { SheetReading, Understanding } from "./understand";
import type { FindUnit } from "./unit-matching";

interface NamedUnit {
  id: string;
  name: string;
  parentId: string | null;
}

type Placed = CheckedRow & { known: Known | null };

interface Checked {
  kept: Kept;
  understood: Understanding;
  rows: Placed[];
  units: Map<string, NamedUnit>;
  findUnit: FindUnit;
}

export function summaryOf(checked: Checked) {
  const { rows, understood } = checked;
  const people = rows.filter(({ state }) => state !== "section");
  return {
    places: placesOf(rows),
    missing: { noStart: countProblems(people, "noStart"), noKind: countProblems(people, "noKind") },
    hiddenPeople: people.filter(({ hidden, values }) => hidden && values).length,
    sheets: understood.sheets.map(sheetShown),
    units: unitsShown(checked),
    decisions: decisionsOf(rows),
  };
}

/** For each filter the positions of its rows. */
function placesOf(rows: CheckedRow[]): Record<RowFilter, number[]> {
  const places: Record<RowFilter, number[]> = {
    problem: [],
    ready: [],
    update: [],
    there: [],
    added: [],
    updated: [],
    left_out: [],
    all: [],
  };
  for (const [at, { state, values }] of rows.entries()) {
    if (state !== "section") places[state].push(at);
    if (values) places.all.push(at);
  }
  return places;
}

function countProblems(rows: CheckedRow[], wanted: Problem["code"]): number {
  return rows.filter(({ problems }) => problems.some(({ code }) => code === wanted)).length;
}

/** The decisions behind the appointments that begin, each once. */
function decisionsOf(rows: Placed[]): NonNullable<PersonValues["decision"]>[] {
  const named = rows.flatMap(({ state, values, known }) => {
    const begins = state === "ready" || (state === "update" && known?.post.does !== "nothing");
    return begins && values?.decision ? [values.decision] : [];
  });
  return [...new Map(named.map((decision) => [JSON.stringify(decision), decision])).values()];
}

function sheetShown({ sheet, hidden, head, columns, rows }: SheetReading) {
  return {
    sheet,
    hidden,
    head,
    people: rows.filter((row) => row.is === "person").length,
    columns: columns.map(({ index, head, field, samples }) => ({
      index,
      letter: letterOf(index),
      head,
      field,
      samples,
    })),
  };
}

/** 0 is A, 26 is AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** Every text that names a unit, with the unit it means; those that mean none come first. */
function unitsShown({ rows, kept, units, findUnit }: Checked) {
  const counts = new Map<string, number>();
  for (const { values } of rows)
    if (values?.unit) counts.set(values.unit, (counts.get(values.unit) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => {
      const chosen = units.get(kept.units[text] ?? "");
      const match = findUnit(text);
      const unit = chosen ?? (match.is === "found" ? units.get(match.unitId) : undefined);
      return {
        text,
        count,
        unit: unit ? { id: unit.id, name: unit.name } : null,
        isChosen: chosen !== undefined,
        offered: match.is === "found" ? [] : match.unitIds.flatMap((id) => offeredUnit(id, units)),
      };
    })
    .sort((a, b) => Number(a.unit !== null) - Number(b.unit !== null));
}

export function offeredUnit(id: string, units: Map<string, NamedUnit>) {
  const unit = units.get(id);
  const above = units.get(unit?.parentId ?? "")?.name;
  return unit ? [{ id, name: above ? `${unit.name} (${above})` : unit.name }] : [];
}
