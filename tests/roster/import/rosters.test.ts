/** Rosters that no sample shows: at least 99.5 % of the fields right in each, and nothing wrong without a word. */
import { expect, test } from "vitest";
import { previewOf } from "~/roster/import/preview-rows";
import { everyKind, type Person } from "./rosters";

test.each(everyKind().map((made) => [made.name, made] as const))("%s", (_, { bytes, people, caseless }) => {
  const rows = previewOf(bytes, null) as unknown as (Person & {
    problems: unknown[];
    repairs: { field: string; confidence: number }[];
  })[];
  const wrong = people.flatMap((person, at) =>
    (Object.keys(person) as (keyof Person)[])
      .filter(
        (field) => compared(rows[at]?.[field], field, caseless) !== compared(person[field], field, caseless),
      )
      .map(
        (field) =>
          `${field}: ${person[field]} read as ${rows[at]?.[field]}, ${JSON.stringify(rows[at]?.problems)}`,
      ),
  );
  expect(rows).toHaveLength(people.length);
  expect(wrong).toEqual([]);
  expect(rows.flatMap(({ repairs }) => repairs.filter(({ confidence }) => confidence < 0.8))).toEqual([]);
});

function compared(value: string | undefined, field: keyof Person, caseless = false): string | undefined {
  const loose = field === "unit" || (caseless && (field === "position" || field === "education"));
  return loose ? value?.toLowerCase() : value;
}
