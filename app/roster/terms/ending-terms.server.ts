/** Whose appointments end within some days and are not renewed yet, by unit and term. */
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { notRenewed } from "~/roster/acts/candidates.server";
import { withinSql } from "~/units/index.server";
import { horizons } from "./term";

const { sql } = Prisma;

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
  const day = today();
  return db.$queryRaw<EndingGroup[]>`
    SELECT ending.unit_id::text AS "unitId", unit.name AS "unitName", unit.closed_on IS NOT NULL AS "isClosed",
      ending.term_id::text AS "termId", term.name AS "termName", ending.first::text, ending.last::text, ending.people,
      (SELECT count(DISTINCT a.speaker_id)::int FROM appointment a
        WHERE a.term_id = ending.term_id AND a.end_reason IS NULL AND NOT (${notRenewed})) AS renewed
    FROM (
      SELECT a.unit_id, a.term_id, min(a.ends_on) AS first, max(a.ends_on) AS last,
        count(DISTINCT a.speaker_id)::int AS people
      FROM appointment a
      WHERE a.ends_on BETWEEN ${day}::date AND ${addDays(day, days)}::date AND a.end_reason IS NULL AND ${notRenewed}
        AND ${withinSql(actor, sql`a.unit_id`)}
      GROUP BY a.unit_id, a.term_id
    ) AS ending
    JOIN unit ON unit.id = ending.unit_id LEFT JOIN term ON term.id = ending.term_id
    ORDER BY ending.first, unit.sort_key, ending.unit_id, term.starts_on LIMIT ${mostGroups}`;
}

/** How many people each horizon takes in. */
export async function countEnding(actor: Actor): Promise<number[]> {
  const day = today();
  const within = (days: number) =>
    sql`count(DISTINCT a.speaker_id) FILTER (WHERE a.ends_on <= ${addDays(day, days)}::date)::int`;
  const [counted] = await db.$queryRaw<{ counts: number[] }[]>`
    SELECT ARRAY[${Prisma.join(horizons.map(within))}] AS counts FROM appointment a
    WHERE a.ends_on BETWEEN ${day}::date AND ${addDays(day, Math.max(...horizons))}::date
      AND a.end_reason IS NULL AND ${notRenewed} AND ${withinSql(actor, sql`a.unit_id`)}`;
  return counted?.counts ?? [];
}
