/** Whose appointments end within some days and are not renewed yet, by unit and term. */
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { withinSql } from "~/units/index.server";
import { groupPageSize, horizons } from "./term";

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

/**
 * One page, the soonest end first, within the actor's units. The groups of the first pages end by some day, which the
 * first thousand appointments mostly tell; only the people of the page are counted.
 */
export function listEndingGroups(
  actor: Actor,
  { days, page = 1 }: { days: number; page?: number },
): Promise<EndingGroup[]> {
  const which = endingWithin(actor, days);
  const most = page * groupPageSize;
  return db.$queryRaw<EndingGroup[]>`
    WITH latest AS MATERIALIZED (
      SELECT CASE WHEN count(*) = ${most} THEN max(first) ELSE ${addDays(today(), days)}::date END AS day FROM (
        SELECT min(ends_on) AS first FROM (
          SELECT a.ends_on, a.unit_id, a.term_id FROM appointment a WHERE ${which} ORDER BY a.ends_on LIMIT 1000
        ) AS a GROUP BY unit_id, term_id ORDER BY first LIMIT ${most}) AS soonest)
    SELECT ending.unit_id::text AS "unitId", ending.unit AS "unitName", ending.is_closed AS "isClosed",
      ending.term_id::text AS "termId", ending.term AS "termName", ending.first::text, held.last::text, held.people,
      (SELECT count(DISTINCT a.speaker_id)::int FROM appointment a
        WHERE a.term_id = ending.term_id AND a.renewed AND a.end_reason IS NULL) AS renewed
    FROM (
      SELECT soonest.*, unit.name AS unit, unit.closed_on IS NOT NULL AS is_closed, term.name AS term,
        row_number() OVER (ORDER BY soonest.first, unit.sort_key, soonest.unit_id, term.starts_on) AS place
      FROM (
        SELECT a.unit_id, a.term_id, min(a.ends_on) AS first FROM appointment a
        WHERE ${which} AND a.ends_on <= (SELECT day FROM latest) GROUP BY a.unit_id, a.term_id
      ) AS soonest JOIN unit ON unit.id = soonest.unit_id LEFT JOIN term ON term.id = soonest.term_id
      ORDER BY place LIMIT ${groupPageSize} OFFSET ${most - groupPageSize}
    ) AS ending CROSS JOIN LATERAL (
      SELECT max(a.ends_on) AS last, count(DISTINCT a.speaker_id)::int AS people FROM appointment a
      WHERE a.unit_id = ending.unit_id AND a.term_id IS NOT DISTINCT FROM ending.term_id AND ${endingBy(days)}
    ) AS held ORDER BY ending.place`;
}

export async function countEndingGroups(actor: Actor, days: number): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM appointment a WHERE ${endingWithin(actor, days)} GROUP BY a.unit_id, a.term_id) AS ending`;
  return counted?.count ?? 0;
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

/** Appointments `a` that nobody has ended, and that nothing of the same seat follows. */
export function endingWithin(actor: Actor, days: number): Prisma.Sql {
  return sql`${endingBy(days)} AND ${withinSql(actor, sql`a.unit_id`)}`;
}

function endingBy(days: number): Prisma.Sql {
  const day = today();
  return sql`a.ends_on BETWEEN ${day}::date AND ${addDays(day, days)}::date AND a.end_reason IS NULL AND NOT a.renewed`;
}
