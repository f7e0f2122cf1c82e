/** Whose appointments end within some days and are not renewed yet, by unit and term. */
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { withinSql } from "~/units/index.server";
import { horizons } from "./term";

const { sql, join } = Prisma;

export interface EndingGroup {
  unitId: string;
  unitName: string;
  isClosed: boolean;
  /** Null: people whose appointment names no term. */
  termId: string | null;
  termName: string | null;
  /** The days on which their appointments end. */
  first: string;
  last: string;
  people: number;
  /** Of the same term, renewed already. */
  renewed: number;
}

export const mostGroups = 200;

/** The soonest end first, within the actor's units. */
export function listEndingGroups(actor: Actor, { days }: { days: number }): Promise<EndingGroup[]> {
  return db.$queryRaw<EndingGroup[]>`
    SELECT ending.unit_id::text AS "unitId", unit.name AS "unitName", unit.closed_on IS NOT NULL AS "isClosed",
      ending.term_id::text AS "termId", term.name AS "termName", ending.first::text, ending.last::text, ending.people,
      (SELECT count(DISTINCT a.speaker_id)::int FROM appointment a
        WHERE a.term_id = ending.term_id AND a.renewed AND a.end_reason IS NULL) AS renewed
    FROM (
      SELECT unit_id, term_id, min(first) AS first, max(last) AS last, count(*)::int AS people FROM (
        SELECT a.unit_id, a.term_id, min(a.ends_on) AS first, max(a.ends_on) AS last
        FROM appointment a WHERE ${endingWithin(actor, days)} GROUP BY a.unit_id, a.term_id, a.speaker_id
      ) AS person GROUP BY unit_id, term_id
    ) AS ending
    JOIN unit ON unit.id = ending.unit_id LEFT JOIN term ON term.id = ending.term_id
    ORDER BY ending.first, unit.sort_key, ending.unit_id, term.starts_on LIMIT ${mostGroups}`;
}

/** How many people each horizon takes in. */
export async function countEnding(actor: Actor): Promise<number[]> {
  const within = (days: number) => sql`count(*) FILTER (WHERE first <= ${addDays(today(), days)}::date)::int`;
  const [counted] = await db.$queryRaw<{ counts: number[] }[]>`
    SELECT ARRAY[${join(horizons.map(within))}] AS counts FROM (
      SELECT min(a.ends_on) AS first FROM appointment a
      WHERE ${endingWithin(actor, Math.max(...horizons))} GROUP BY a.speaker_id) AS person`;
  return counted?.counts ?? [];
}

/** How many people one horizon takes in; counting stops behind `most`. */
export async function countEndingWithin(actor: Actor, days: number, most: number): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT DISTINCT a.speaker_id FROM appointment a WHERE ${endingWithin(actor, days)} LIMIT ${most + 1}) AS person`;
  return counted?.count ?? 0;
}

/** Appointments `a` that nobody has ended, and that nothing of the same seat follows. */
function endingWithin(actor: Actor, days: number): Prisma.Sql {
  const day = today();
  return sql`a.ends_on BETWEEN ${day}::date AND ${addDays(day, days)}::date AND a.end_reason IS NULL AND NOT a.renewed
    AND ${withinSql(actor, sql`a.unit_id`)}`;
}
