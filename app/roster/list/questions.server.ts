/** The questions that a list puts to the database: how many, all of a few at once, and a stretch of many in order. */
import { Prisma } from "~/platform/prisma/client";
import type { RosterQuery } from "~/roster/roster-query";
import type { Matches } from "./matches.server";

const { sql, join, empty } = Prisma;

/** One row for each of them. */
export function counted({ among, byAppointment, ofRole, byName, bySkill, where }: Matches): Prisma.Sql {
  if (byAppointment) {
    // In the order of the indexes, which need not be gone through to their end.
    const order = among === "units" || ofRole ? empty : sql`a.sort_key,`;
    return sql`SELECT DISTINCT ${order} a.speaker_id FROM appointment a WHERE ${where}`;
  }
  if (byName) return sql`SELECT FROM ${byName.people}`;
  if (bySkill) return sql`SELECT DISTINCT speaker_id FROM (${bySkill}) AS holders`;
  return sql`SELECT FROM speaker s WHERE ${where}`;
}

/** A row for each would cost an export its memory. */
export function inOneText(ids: Prisma.Sql): Prisma.Sql {
  return sql`SELECT array_to_string(ARRAY(${ids}), ',') AS ids`;
}

/** One search for both: once there are more than `most`, nothing is sorted. */
export function gathered(
  matches: Matches,
  query: RosterQuery,
  stretch: Prisma.Sql,
  most: number,
): Prisma.Sql {
  const { byName, exact } = matches;
  const found = foundBy(matches, query);
  const written = exact ? nameAsWritten(byName !== null) : empty;
  const ids = sql`
    SELECT found.id FROM found ${query.sort === "unit" ? sql`JOIN unit u ON u.id = found.unit_id` : empty} ${written}
    WHERE (SELECT count(*) FROM found) <= ${most}
    ORDER BY ${exact ? sql`(${exact}) DESC, ` : empty} ${order(query, sql`found`)} ${stretch}`;
  return sql`
    WITH found AS MATERIALIZED (${found} LIMIT ${most + 1})
    SELECT (SELECT count(*)::int FROM found) AS count, list.ids FROM (${inOneText(ids)}) AS list`;
}

/** The name as `written`, once for all that is asked of it. While everybody is looked at, no index holds it: it is fetched for those found. */
function nameAsWritten(isFound: boolean): Prisma.Sql {
  // One by one: left alone, the planner reads everybody's for a few hundred.
  const one = isFound
    ? sql`lower(found.full_name) AS written`
    : sql`lower(full_name) AS written FROM speaker WHERE id = found.id`;
  return sql`CROSS JOIN LATERAL (SELECT ${one} OFFSET 0) AS person`;
}

/** Everybody with what the order needs, in no order. */
function foundBy({ byAppointment, byName, bySkill, where }: Matches, query: RosterQuery): Prisma.Sql {
  if (byName) return sql`SELECT w.speaker_id AS id, w.sort_key, w.full_name FROM ${byName.people}`;
  // Each holder's record is fetched: left alone, the planner compares them with everybody's.
  if (bySkill) {
    return sql`SELECT person.* FROM (SELECT DISTINCT speaker_id FROM (${bySkill}) AS holders) AS holder
      CROSS JOIN LATERAL (SELECT ${facts(query, sql`s`)} FROM speaker s WHERE s.id = holder.speaker_id OFFSET 0) AS person`;
  }
  if (!byAppointment) return sql`SELECT ${facts(query, sql`s`)} FROM speaker s WHERE ${where}`;
  const posts = sql`SELECT DISTINCT a.speaker_id AS id, a.sort_key FROM appointment a WHERE ${where}`;
  if (query.sort === "name") return posts;
  return sql`SELECT ${facts(query, sql`p`)} FROM (${posts}) AS post JOIN speaker p ON p.id = post.id`;
}

/** No more than the order needs: an index alone answers then. */
function facts({ sort }: RosterQuery, of: Prisma.Sql): Prisma.Sql {
  const columns = { name: empty, unit: sql`unit_id`, state: sql`serves_until`, updated: sql`updated_at` };
  const more = sort === "name" ? [] : [columns[sort]];
  return join([sql`id`, sql`sort_key`, ...more].map((column) => sql`${of}.${column}`));
}

export function walked(matches: Matches, query: RosterQuery, stretch: Prisma.Sql): Prisma.Sql {
  const { byAppointment, inOrder } = matches;
  if (!byAppointment) {
    return sql`SELECT s.id FROM ${query.sort === "unit" ? sql`unit u JOIN speaker s ON s.unit_id = u.id` : sql`speaker s`}
      WHERE ${inOrder} ORDER BY ${order(query, sql`s`)} ${stretch}`;
  }
  if (query.sort === "name") {
    const way = query.isDownwards ? sql`DESC` : sql`ASC`;
    return sql`SELECT a.speaker_id AS id FROM appointment a WHERE ${inOrder}
      GROUP BY a.sort_key, a.speaker_id ORDER BY a.sort_key ${way}, a.speaker_id ${way} ${stretch}`;
  }
  return sql`SELECT p.id FROM ${query.sort === "unit" ? sql`unit u JOIN speaker p ON p.unit_id = u.id` : sql`speaker p`}
    WHERE EXISTS (SELECT FROM appointment a WHERE a.speaker_id = p.id AND ${inOrder})
    ORDER BY ${order(query, sql`p`)} ${stretch}`;
}

function order({ sort, isDownwards }: RosterQuery, of: Prisma.Sql): Prisma.Sql {
  const way = isDownwards ? sql`DESC` : sql`ASC`;
  const byName = sql`${of}.sort_key ${way}, ${of}.id ${way}`;
  if (sort === "unit") return sql`u.sort_key ${way}, u.id ${way}, ${byName}`;
  if (sort === "state") return sql`${of}.serves_until ${way}, ${byName}`;
  if (sort === "updated") return sql`${of}.updated_at ${way}, ${of}.id ${isDownwards ? sql`ASC` : sql`DESC`}`;
  return byName;
}
