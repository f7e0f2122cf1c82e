/** What people must be able to, or be, as conditions on `s` for the roster's lists: each answered by one index. */
import { addDays, type Day } from "~/platform/clock";
import { Prisma } from "~/platform/prisma/client";
import type { RosterQuery } from "~/roster/roster-query";
import { languageLevels } from "./language";
import { expiringWithin, type QualificationState } from "./qualification";
import { topicLevels } from "./topic";

const { sql } = Prisma;

/** Selects of the ids of those who hold what is asked, one for each thing. */
export function skillHolders(query: RosterQuery): Prisma.Sql[] {
  const { topic, topicLevel, language, languageLevel, qualification, day } = query;
  return [
    ...(topic
      ? [holders(sql`speaker_topic`, sql`topic_id = ${topic}::uuid`, from(topicLevels, topicLevel))]
      : []),
    ...(language
      ? [holders(sql`speaker_language`, sql`language = ${language}`, from(languageLevels, languageLevel))]
      : []),
    ...(qualification ? [sql`SELECT speaker_id FROM qualification WHERE ${expiry(qualification, day)}`] : []),
  ];
}

/** `isNarrow`: asked of the people of a few units, each of whom costs more questions afterwards; then first this one, hashed. */
export function skillConditions(query: RosterQuery, isNarrow: boolean): Prisma.Sql[] {
  const { theory, gender, age, day } = query;
  return [
    ...skillHolders(query).map((holders) =>
      isNarrow ? sql`(s.id IN (${holders})) IS TRUE` : sql`s.id IN (${holders})`,
    ),
    ...(theory ? [sql`s.political_theory = ${theory}`] : []),
    ...(gender ? [sql`s.gender = ${gender}`] : []),
    ...(age ? [youngerThan(40, day)] : []),
  ];
}

function holders(table: Prisma.Sql, what: Prisma.Sql, levels: readonly string[]): Prisma.Sql {
  return sql`SELECT speaker_id FROM ${table} WHERE ${what} AND level = ANY (${[...levels]})`;
}

/** The level and those above it; all without one. */
function from<T extends string>(levels: readonly T[], least: T | null): readonly T[] {
  return least ? levels.slice(levels.indexOf(least)) : levels;
}

function expiry(state: QualificationState, day: Day): Prisma.Sql {
  const soon = addDays(day, expiringWithin);
  if (state === "expired") return sql`expires_on < ${day}::date`;
  if (state === "expiring") return sql`expires_on >= ${day}::date AND expires_on < ${soon}::date`;
  return sql`(expires_on IS NULL OR expires_on >= ${soon}::date)`;
}

/** As `ageOn` counts: of whom only the year is known has the age that they reach in that year. */
function youngerThan(years: number, day: Day): Prisma.Sql {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const latest = year - years;
  // The first condition follows from the others, and is one that an index understands.
  return sql`(s.birth_year >= ${latest} AND (s.birth_year > ${latest} OR s.birth_year = ${latest}
    AND (s.birth_month > ${month} OR s.birth_month = ${month} AND coalesce(s.birth_day, 0) > ${date})))`;
}
