/** What the recognition is told beside the rows: what the officer chose, and what became of the rows before. */
import { rowKey } from "~/roster/import/check";
import type { Kept } from "~/roster/import/choices";
import type { KnownChoice } from "./known";
import type { Recognising } from "./recognise-rows";

interface ToldRow {
  sheet: string;
  row: number;
  known: KnownChoice | null;
  earlier: string | null;
  outcome: string;
  speakerId: string | null;
}

export function recognisingOf(
  { known, settings: { network, startsOn } }: Kept,
  rows: ToldRow[],
  units: Map<string, { name: string }>,
): Recognising {
  const byKey = <T>(pick: (row: ToldRow) => T | null) =>
    new Map(
      rows.flatMap((row) => {
        const picked = pick(row);
        return picked === null ? [] : [[rowKey(row.sheet, row.row), picked] as const];
      }),
    );
  return {
    rules: known,
    choices: byKey((row) => row.known),
    earlier: byKey((row) => row.earlier),
    settled: byKey(({ outcome, speakerId }) =>
      outcome === "updated" || outcome === "unchanged" ? { outcome, speakerId } : null,
    ),
    unitNames: new Map([...units].map(([id, { name }]) => [id, name])),
    ...{ network, startsOn },
  };
}
