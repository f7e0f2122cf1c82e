/** Topics and languages that a row of a file tells and the record has not: they are added, and nothing is taken away or lowered. */
import type { PersonValues } from "~/roster/import/check";
import type { Gains, KnownRecord } from "./known";

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
