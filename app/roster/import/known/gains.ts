/** Topics and languages that a row of a file tells and the record has not: they are added, and nothing is taken away or lowered. */
import type { PersonValues } from "~/roster/import/check";
import { keepRoom } from "~/roster/import/person-skills";
import { mostLanguages } from "~/roster/record/language";
import type { Gains, KnownRecord } from "./known";

/** The row's values without the languages for which the record has no room: its note tells them. */
export function fitting(held: KnownRecord["languages"], values: PersonValues): PersonValues {
  const spoken = new Set(held.map(({ language }) => language));
  const known = values.languages.filter(({ language }) => spoken.has(language));
  const { kept, left } = keepRoom(
    values.languages.filter(({ language }) => !spoken.has(language)),
    Math.max(0, mostLanguages - held.length),
  );
  if (left.length === 0) return values;
  return { ...values, languages: [...known, ...kept], left: [...values.left, ...left] };
}

/** Null: the record has them all. */
export function gainsOf(
  { topics, languages }: Pick<KnownRecord, "topics" | "languages">,
  values: PersonValues,
): Gains | null {
  const named = new Set(topics.map(({ id }) => id));
  const spoken = new Set(languages.map(({ language }) => language));
  const gained = {
    topics: values.topics.filter(({ id }) => !named.has(id)),
    languages: values.languages.filter(({ language }) => !spoken.has(language)),
  };
  const isNone = gained.topics.length + gained.languages.length === 0;
  return isNone ? null : { ...gained, held: { topics, languages } };
}
