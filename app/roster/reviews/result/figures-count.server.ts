/** Counting the people of a review: each person once, as a number whose bits are the figures that they count for. */
import type { Day } from "~/platform/clock";
import { askAnew } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { minorityLanguages } from "~/roster/record/language";
import type { ReviewRecord } from "~/roster/reviews/reviews.server";
import { type Metric, metrics, type UnitFigures } from "./figures";

const { sql, join, raw } = Prisma;

/**
 * The lists of these units together as one line, or a line for each that has people, by name. `day`: for which ages and
 * training are counted.
 */
export function readFigures(
  { id, openedOn }: ReviewRecord,
  unitIds: string[],
  { day, byUnit }: { day: Day; byUnit: boolean },
): Promise<UnitFigures[]> {
  const unit = byUnit ? sql`unit_id,` : Prisma.empty;
  const counts = metrics.map(
    (metric) =>
      sql`${raw(`'${metric}'`)}, json_build_array(${countOf("b", metric)}, ${countOf("a", metric)})`,
  );
  const figures = sql`json_build_object(${join(counts)}) AS figures`;
  // Named one by one the planner knows how many they are: what suits a few takes seconds for the whole country.
  return askAnew<UnitFigures>(sql`
    WITH lists AS (SELECT unnest(${unitIds}::uuid[]) AS unit_id),
      people AS (SELECT o.unit_id, coalesce(s.id, o.new_id) AS id, o.before, o.after, o.post | ${bitsOf(day)} AS bits
        FROM (${listedSql(id, openedOn)} UNION ALL ${comersSql(id, openedOn)}) AS o LEFT JOIN speaker s ON s.id = o.speaker_id
        OFFSET 0),
      each AS (SELECT ${unit} id, coalesce(bit_or(bits) FILTER (WHERE before), 0) AS b, coalesce(bit_or(bits) FILTER (WHERE after), 0) AS a
        FROM people GROUP BY ${unit} id),
      alike AS (SELECT ${unit} b, a, count(*)::int AS n FROM each GROUP BY ${unit} b, a)
    ${
      byUnit
        ? sql`SELECT u.id::text AS "unitId", u.name, counted.figures FROM (
            SELECT unit_id, ${figures} FROM alike GROUP BY unit_id
          ) AS counted JOIN unit u ON u.id = counted.unit_id ORDER BY u.sort_key, u.id`
        : sql`SELECT NULL AS "unitId", NULL AS name, ${figures} FROM alike`
    }`);
}

const bit = Object.fromEntries(metrics.map((metric, at) => [metric, 2 ** at])) as Record<Metric, number>;

function countOf(side: "a" | "b", metric: Metric): Prisma.Sql {
  return raw(`coalesce(sum(n) FILTER (WHERE ${side} & ${bit[metric]} <> 0), 0)`);
}

/** What of a person follows from the record, or from what was proposed; on `s` and `o`. */
function bitsOf(day: Day): Prisma.Sql {
  const [year, month, date] = day.split("-").map(Number);
  const spoken = sql`SELECT FROM speaker_language l WHERE l.speaker_id = s.id AND l.language = ANY (${[...minorityLanguages]})`;
  const trained = sql`SELECT FROM qualification q WHERE q.speaker_id = s.id
    AND q.issued_on BETWEEN (${day}::date - interval '24 months')::date AND ${day}::date`;
  // As ageOn of roster/speaker.ts: of whom only the year is known, the year decides.
  const isYoung = sql`${year}::int - coalesce(s.birth_year, (o.person -> 'birth' ->> 'year')::int)
    - CASE WHEN (s.birth_month, coalesce(s.birth_day, 1)) > (${month}::int, ${date}::int) THEN 1 ELSE 0 END < 40`;
  return sql`${raw(String(bit.people))}
    | ${when(sql`coalesce(s.gender, o.person ->> 'gender') = 'female'`, "women")} | ${when(isYoung, "young")}
    | ${when(sql`EXISTS (${spoken})`, "minority")} | ${when(sql`EXISTS (${trained})`, "trained")}
    | ${oneOf(sql`coalesce(s.political_theory, o.person ->> 'politicalTheory', 'none')`, {
      ...{
        elementary: "theory_elementary",
        intermediate: "theory_intermediate",
        advanced: "theory_advanced",
      },
      ...{ bachelor: "theory_bachelor", none: "theory_unknown" },
    })}`;
}

/** What follows from what somebody holds, or will hold, for the unit. */
function postBits(role: Prisma.Sql, network: Prisma.Sql, level: Prisma.Sql): Prisma.Sql {
  return sql`(${oneOf(role, { rapporteur: "rapporteurs", communicator: "communicators" })}
    | ${oneOf(network, {
      ...{ party: "network_party", grassroots_info: "network_grassroots_info" },
      ...{ legal_education: "network_legal_education" },
    })}
    | ${oneOf(level, {
      ...{ central: "level_central", province: "level_province", commune: "level_commune" },
      ...{ district_legacy: "level_commune", grassroots: "level_grassroots" },
    })})`;
}

function when(is: Prisma.Sql, metric: Metric): Prisma.Sql {
  return sql`CASE WHEN ${is} THEN ${raw(String(bit[metric]))} ELSE 0 END`;
}

function oneOf(value: Prisma.Sql, of: Record<string, Metric>): Prisma.Sql {
  const cases = Object.entries(of).map(([name, metric]) => raw(`WHEN '${name}' THEN ${bit[metric]}`));
  return sql`CASE ${value} ${join(cases, " ")} ELSE 0 END`;
}

/** Whoever was listed, a line for each appointment that they held for the unit on the day the review was opened. */
function listedSql(reviewId: string, openedOn: Day): Prisma.Sql {
  return sql`
    SELECT e.unit_id, e.speaker_id, NULL::uuid AS new_id, true AS before,
      e.verdict IS NULL OR e.verdict IN ('keep', 'correct') AS after, NULL::jsonb AS person,
      ${postBits(sql`a.role`, sql`a.network`, sql`a.level`)} AS post
    FROM lists JOIN review_entry e ON e.review_id = ${reviewId}::uuid AND e.unit_id = lists.unit_id
    LEFT JOIN appointment a ON a.unit_id = e.unit_id AND a.speaker_id = e.speaker_id
      AND a.starts_on <= ${openedOn}::date AND (a.ends_on IS NULL OR a.ends_on >= ${openedOn}::date)
    WHERE e.verdict IS DISTINCT FROM 'propose'`;
}

/** Whoever comes: proposed, or in somebody's place and then with what that person held, unless said otherwise. */
function comersSql(reviewId: string, openedOn: Day): Prisma.Sql {
  return sql`
    SELECT e.unit_id, CASE WHEN e.verdict = 'propose' THEN e.speaker_id ELSE (e.proposal ->> 'newcomerId')::uuid END,
      (e.proposal -> 'person' ->> 'id')::uuid, false, true, e.proposal -> 'person',
      ${postBits(
        sql`coalesce(e.proposal ->> 'role', old.role)`,
        sql`coalesce(e.proposal ->> 'network', old.network)`,
        sql`coalesce(old.level, u.level)`,
      )}
    FROM lists JOIN review_entry e ON e.review_id = ${reviewId}::uuid AND e.unit_id = lists.unit_id
    JOIN unit u ON u.id = e.unit_id
    LEFT JOIN LATERAL (SELECT a.role, a.network, a.level FROM appointment a WHERE e.verdict = 'replace'
      AND a.speaker_id = e.speaker_id AND a.unit_id = e.unit_id AND a.starts_on <= ${openedOn}::date
      ORDER BY a.starts_on DESC LIMIT 1) AS old ON true
    WHERE e.verdict IN ('propose', 'replace')`;
}
