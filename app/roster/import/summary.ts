/** What there is to say of a checked import as a whole: its counts, columns, units, decisions, and who stands where. */
import type { CheckedRow, PersonValues } from "./check";
import type { Kept } from "./choices";
import type { RowFilter } from "./import-query";
import type { Known } from "./known/known";
import type { SheetReading } from "./understand";
import type { FindUnit } from "./unit-matching";

interface NamedUnit {
  id: string;
  name: string;
  parentId: string | null;
}

type Placed = Omit<CheckedRow, "repairs"> & { known: Known | null };

type Decision = NonNullable<PersonValues["decision"]>;

interface Given {
  kept: Kept;
  units: Map<string, NamedUnit>;
  findUnit: FindUnit;
}

/** Told of the rows one by one, as they are in the end. */
export class Summary {
  /** For each filter the positions of its rows. */
  private readonly places: Record<RowFilter, number[]> = {
    problem: [],
    ready: [],
    update: [],
    there: [],
    added: [],
    updated: [],
    left_out: [],
    all: [],
  };
  private readonly missing = { noStart: 0, noKind: 0 };
  private hiddenPeople = 0;
  private readonly unitTexts = new Map<string, number>();
  /** Those behind the appointments that begin, each once. */
  private readonly decisions = new Map<string, Decision>();

  add({ state, values, problems, hidden, known }: Placed, at: number) {
    if (values) this.places.all.push(at);
    if (values?.unit) this.unitTexts.set(values.unit, (this.unitTexts.get(values.unit) ?? 0) + 1);
    if (state === "section") return;
    this.places[state].push(at);
    for (const code of ["noStart", "noKind"] as const)
      if (problems.some((problem) => problem.code === code)) this.missing[code]++;
    if (hidden && values) this.hiddenPeople++;
    const begins = state === "ready" || (state === "update" && known?.post.does !== "nothing");
    if (begins && values?.decision) this.decisions.set(JSON.stringify(values.decision), values.decision);
  }

  of(given: Given) {
    const { places, missing, hiddenPeople } = this;
    return {
      ...{ places, missing, hiddenPeople },
      units: unitsShown(this.unitTexts, given),
      decisions: [...this.decisions.values()],
    };
  }
}

export function sheetShown({ sheet, hidden, head, columns, rows }: SheetReading) {
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
function unitsShown(counts: Map<string, number>, { kept, units, findUnit }: Given) {
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
