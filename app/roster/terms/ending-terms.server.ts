/** Whose appointments end within some days and are not renewed yet, by unit and term. */
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { ask } from "~/platform/db.server";
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

export interface EndingTerms {
  /** Those of the page, the soonest end first. */
  groups: EndingGroup[];
  /** How many groups there are. */
  total: number;
  /** How many people each horizon takes in. */
  counts: number[];
}

/** Within the actor's units, in one statement. */
export async function readEndingTerms(
  actor: Actor,
  { days, page = 1 }: { days: number; page?: number },
): Promise<EndingTerms> {
  const [read] = await ask<EndingTerms>(sql`
    SELECT (SELECT coalesce(json_agg(one), '[]') FROM (${endingGroups(actor, days, page)}) AS one) AS groups,
      (SELECT count(*)::int FROM (
        SELECT FROM appointment a WHERE ${endingWithin(actor, days)} GROUP BY a.unit_id, a.term_id) AS ending) AS total,
      (${countsEnding(actor)}) AS counts`);
  if (!read) throw new Error("A count has one row.");
  return read;
}

/**
 * The groups of the first pages end by some day, which the first thousand appointments mostly tell; only the people of
 * the page are counted.
 */
function endingGroups(actor: Actor, days: number, page: number): Prisma.Sql {
  const which = endingWithin(actor, days);
  const most = page * groupPageSize;
  return sql`
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

/** How many people each horizon takes in. */
function countsEnding(actor: Actor): Prisma.Sql {
  const within = (days: number) => sql`count(*) FILTER (WHERE first <= ${addDays(today(), days)}::date)::int`;
  return sql`
    SELECT ARRAY[${join(horizons.map(within))}] AS counts FROM (
      SELECT min(a.ends_on) AS first FROM appointment a
      WHERE ${endingWithin(actor, Math.max(...horizons))} GROUP BY a.speaker_id) AS person`;
}

/** Appointments `a` that nobody has ended, and that nothing of the same seat follows. */
export function endingWithin(actor: Actor, days: number): Prisma.Sql {
  return sql`${endingBy(days)} AND ${withinSql(actor, sql`a.unit_id`)}`;
}

function endingBy(days: number): Prisma.Sql {
  const day = today();
  return sql`a.ends_on BETWEEN ${day}::date AND ${addDays(day, days)}::date AND a.end_reason IS NULL AND NOT a.renewed`;
}
