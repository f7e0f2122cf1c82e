/** A page deep in the list of everybody by name: it begins where the tally of people says, at most a stretch before it. */
import { Prisma } from "~/platform/prisma/client";

const { sql } = Prisma;

/** After every key of a stretch. */
const last = "\u{10ffff}";

/** The ids from `offset` on, as a walk through the whole index in order gives them. */
export function deepPage(
  { limit, offset }: { limit: number; offset: number },
  isDownwards: boolean,
): Prisma.Sql {
  const way = isDownwards ? sql`DESC` : sql`ASC`;
  const from = isDownwards
    ? sql`s.sort_key < (SELECT stretch || ${last} FROM start)`
    : sql`s.sort_key >= (SELECT stretch FROM start)`;
  return sql`
    WITH start AS MATERIALIZED (
      SELECT stretch, (${offset}::bigint - before)::bigint AS rest FROM (
        SELECT stretch, sum(people) AS people, sum(sum(people)) OVER (ORDER BY stretch ${way}) - sum(people) AS before
        FROM speaker_tally GROUP BY stretch) AS stretches
      WHERE before <= ${offset}::bigint AND before + people > ${offset}::bigint)
    SELECT s.id FROM speaker s WHERE ${from}
    ORDER BY s.sort_key ${way}, s.id ${way} LIMIT ${limit} OFFSET (SELECT rest FROM start)`;
}
