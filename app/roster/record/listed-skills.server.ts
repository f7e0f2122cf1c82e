/** Topics and languages of people in lists, as text in the reader's language; asked only where a column shows them. */
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Language } from "~/platform/words";
import type { Person } from "~/roster/roster-columns";
import type { LanguageLevel, SpokenLanguage } from "./language";
import { languageWords } from "./language-words";
import { skillWords } from "./skill-words";
import type { TopicLevel } from "./topic";

const { sql } = Prisma;

/** The same people, with what these columns need; at most a few hundred at once. */
export async function withSkills(
  people: Person[],
  columns: { key: string }[],
  language: Language,
): Promise<Person[]> {
  const shows = (key: string) => columns.some((column) => column.key === key) && people.length > 0;
  if (!shows("topics") && !shows("languages")) return people;
  const ids = people.map(({ id }) => id);
  const [topics, languages] = await Promise.all([
    shows("topics") ? topicsOf(ids, language) : null,
    shows("languages") ? languagesOf(ids, language) : null,
  ]);
  return people.map((person) => ({
    ...person,
    topics: topics?.get(person.id),
    languages: languages?.get(person.id),
  }));
}

interface Held<Name, Level> {
  id: string;
  name: Name;
  level: Level;
}

async function topicsOf(ids: string[], language: Language): Promise<Map<string, string>> {
  const { topicLevels } = skillWords[language];
  const rows = await ask<Held<string, TopicLevel>>(sql`
    SELECT held.speaker_id::text AS id, topic.name, held.level
    FROM speaker_topic held JOIN topic ON topic.id = held.topic_id
    WHERE held.speaker_id = ANY (${ids}::uuid[]) ORDER BY topic.position, topic.id`);
  return joined(rows, ({ name, level }) => `${name} (${topicLevels[level].toLocaleLowerCase()})`);
}

async function languagesOf(ids: string[], language: Language): Promise<Map<string, string>> {
  const { languageLevels } = skillWords[language];
  const rows = await ask<Held<SpokenLanguage, LanguageLevel>>(sql`
    SELECT speaker_id::text AS id, language AS name, level
    FROM speaker_language WHERE speaker_id = ANY (${ids}::uuid[]) ORDER BY language`);
  return joined(
    rows,
    ({ name, level }) => `${languageWords[language][name]} (${languageLevels[level].toLocaleLowerCase()})`,
  );
}

/** Parted as the import of a roster parts them: it reads back what an export says. */
function joined<Row extends { id: string }>(rows: Row[], say: (row: Row) => string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const row of rows) texts.set(row.id, [texts.get(row.id), say(row)].filter(Boolean).join("; "));
  return texts;
}
