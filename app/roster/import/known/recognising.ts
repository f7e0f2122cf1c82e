/** What the recognition is told beside the rows: what the officer chose, and what became of the rows before. */
import type { Kept } from "~/roster/import/choices";
import type { ToldOfRows } from "~/roster/import/stored-rows";
import type { Recognising } from "./recognise-rows";

export function recognisingOf(
  { known, settings: { network, startsOn } }: Kept,
  told: ToldOfRows,
  units: Map<string, { name: string }>,
): Recognising {
  const unitNames = new Map([...units].map(([id, { name }]) => [id, name]));
  return { ...told, rules: known, unitNames, network, startsOn };
}
