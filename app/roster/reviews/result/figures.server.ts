/** The figures of a review: who was on the lists when it was opened, and who is once it is done, by unit and in all. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Day, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { SheetOptions } from "~/platform/sheet-writer.server";
import { minorityLanguages } from "~/roster/record/language";
import type { ReviewRecord } from "~/roster/reviews/reviews.server";
import { underSql, withinSql } from "~/units/index.server";
import { type FiguresQuery, figuresPageSize, type Metric, metrics, type UnitFigures } from "./figures";
import { resultWords } from "./result-words";

const { sql, join, raw } = Prisma;

/** The day for which ages and training are counted. */
export function dayOfFigures({ closedOn }: ReviewRecord): Day {
  return closedOn ?? today();
}

/** The total, and the units of the page by name, within the actor's units. */
export async function countFigures(actor: Actor, review: ReviewRecord, { unit, page }: FiguresQuery) {
  const which = sql`ru.review_id = ${review.id}::uuid AND ${withinSql(actor, sql`ru.unit_id`)}
    ${unit ? sql`AND ${underSql([unit], sql`ru.unit_id`)}` : Prisma.empty}`;
  const [all, units, [counted]] = await Promise.all([
    readFigures(review, which, false),
    readFigures(
      review,
      sql`ru.id IN (SELECT ru.id FROM review_unit ru JOIN unit u ON u.id = ru.unit_id WHERE ${which}
        ORDER BY u.sort_key, u.id LIMIT ${figuresPageSize} OFFSET ${(page - 1) * figuresPageSize})`,
      true,
    ),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM review_unit ru WHERE ${which}`,
  ]);
  return { all: all[0]?.figures, units, total: counted?.total ?? 0 };
}

/** As the sheet has it: every unit, and the total below. The audit line is written first. */
export async function exportFigures(
  actor: Actor,
  review: ReviewRecord,
  { unit }: Pick<FiguresQuery, "unit">,
): Promise<SheetOptions<UnitFigures>> {
  const { figures: words, unit: unitLabel } = resultWords[actor.language];
  const which = sql`ru.review_id = ${review.id}::uuid AND ${withinSql(actor, sql`ru.unit_id`)}
    ${unit ? sql`AND ${underSql([unit], sql`ru.unit_id`)}` : Prisma.empty}`;
  const [units, all] = await Promise.all([
    readFigures(review, which, true),
    readFigures(review, which, false),
  ]);
  await audit(db, actor, "review.exported", {
    ...{ kind: "review", id: review.id, title: review.name, unitId: review.unitId },
    after: { units: units.length },
  });
  return {
    name: `${words.sheet} ${review.name}`,
    title: words.sheet,
    columns: [
      { label: unitLabel, width: 44, value: ({ name }) => name ?? words.total },
      ...metrics.flatMap((metric) =>
        ([words.before, words.after] as const).map((when, at) => ({
          label: `${words.metrics[metric]} (${when.toLocaleLowerCase()})`,
          width: 16,
          value: ({ figures }: UnitFigures) => figures[metric][at],
        })),
      ),
    ],
    rows: [...units, ...all],
  };
}

async function readFigures(review: ReviewRecord, which: Prisma.Sql, byUnit: boolean): Promise<UnitFigures[]> {
  const day = dayOfFigures(review);
  const of = conditions(day);
  // Each person once (in each unit) before anything is counted: counting distinct people for each figure sorts them all each time.
  const flags = metrics.map(
    (metric, at) =>
      sql`bool_or(p.before AND ${of[metric]}) AS ${raw(`b${at}`)}, bool_or(p.after AND ${of[metric]}) AS ${raw(`a${at}`)}`,
  );
  const counted = metrics.map(
    (metric, at) => sql`${raw(`'${metric}'`)}, json_build_array(
      count(*) FILTER (WHERE each.${raw(`b${at}`)}), count(*) FILTER (WHERE each.${raw(`a${at}`)}))`,
  );
  return db.$queryRaw<UnitFigures[]>`
    WITH people AS MATERIALIZED (${peopleSql(review, which, day)}),
      each AS (SELECT ${byUnit ? sql`p.unit_id,` : Prisma.empty} p.id, ${join(flags)} FROM people p
        GROUP BY ${byUnit ? sql`p.unit_id,` : Prisma.empty} p.id)
    ${
      byUnit
        ? sql`SELECT u.id::text AS "unitId", u.name, counts.figures FROM (
            SELECT each.unit_id, json_build_object(${join(counted)}) AS figures FROM each GROUP BY each.unit_id
          ) AS counts JOIN unit u ON u.id = counts.unit_id ORDER BY u.sort_key, u.id`
        : sql`SELECT NULL AS "unitId", NULL AS name, json_build_object(${join(counted)}) AS figures FROM each`
    }`;
}

/** On `p`. */
function conditions(day: Day): Record<Metric, Prisma.Sql> {
  const year = Number(day.slice(0, 4));
  const level = (name: string) => sql`${name} = ANY (p.levels)`;
  const network = (name: string) => sql`${name} = ANY (p.networks)`;
  const theory = (name: string) => sql`p.theory = ${name}`;
  return {
    people: sql`true`,
    rapporteurs: sql`'rapporteur' = ANY (p.roles)`,
    communicators: sql`'communicator' = ANY (p.roles)`,
    women: sql`p.gender = 'female'`,
    // As ageOn of roster/speaker.ts: of whom only the year is known, the year decides.
    young: sql`p.birth_year IS NOT NULL AND ${year}::int - p.birth_year
      - CASE WHEN p.birthday > ${day.slice(5)} THEN 1 ELSE 0 END < 40`,
    minority: sql`p.minority`,
    trained: sql`p.trained`,
    level_central: level("central"),
    level_province: level("province"),
    level_commune: sql`(${level("commune")} OR ${level("district_legacy")})`,
    level_grassroots: level("grassroots"),
    network_party: network("party"),
    network_grassroots_info: network("grassroots_info"),
    network_legal_education: network("legal_education"),
    theory_elementary: theory("elementary"),
    theory_intermediate: theory("intermediate"),
    theory_advanced: theory("advanced"),
    theory_bachelor: theory("bachelor"),
    theory_unknown: sql`coalesce(p.theory, 'none') = 'none'`,
  };
}

/** Everybody who was listed, and whoever comes: with what they hold for the unit. */
function peopleSql({ openedOn }: ReviewRecord, which: Prisma.Sql, day: Day): Prisma.Sql {
  return sql`
    SELECT o.unit_id, coalesce(s.id, o.new_id) AS id, o.before, o.after, o.roles, o.networks, o.levels,
      coalesce(s.gender, o.person ->> 'gender') AS gender,
      coalesce(s.birth_year, (o.person -> 'birth' ->> 'year')::int) AS birth_year,
      to_char(s.birth_month, 'FM00') || '-' || to_char(coalesce(s.birth_day, 1), 'FM00') AS birthday,
      coalesce(s.political_theory, o.person ->> 'politicalTheory') AS theory,
      EXISTS (SELECT FROM speaker_language l WHERE l.speaker_id = s.id AND l.language = ANY (${[...minorityLanguages]})) AS minority,
      EXISTS (SELECT FROM qualification q WHERE q.speaker_id = s.id
        AND q.issued_on BETWEEN (${day}::date - interval '24 months')::date AND ${day}::date) AS trained
    FROM (
      SELECT e.unit_id, e.speaker_id, NULL::uuid AS new_id, true AS before,
        e.verdict IS NULL OR e.verdict IN ('keep', 'correct') AS after, NULL::jsonb AS person, post.roles, post.networks, post.levels
      FROM review_unit ru JOIN review_entry e ON e.review_id = ru.review_id AND e.unit_id = ru.unit_id
      LEFT JOIN (
        SELECT a.unit_id, a.speaker_id, array_agg(a.role) AS roles, array_agg(a.network) AS networks, array_agg(a.level) AS levels
        FROM appointment a WHERE a.unit_id IN (SELECT ru.unit_id FROM review_unit ru WHERE ${which})
          AND a.starts_on <= ${openedOn}::date AND (a.ends_on IS NULL OR a.ends_on >= ${openedOn}::date)
        GROUP BY a.unit_id, a.speaker_id) AS post ON post.unit_id = e.unit_id AND post.speaker_id = e.speaker_id
      WHERE ${which} AND e.verdict IS DISTINCT FROM 'propose'
      UNION ALL
      SELECT e.unit_id, CASE WHEN e.verdict = 'propose' THEN e.speaker_id ELSE (e.proposal ->> 'newcomerId')::uuid END,
        (e.proposal -> 'person' ->> 'id')::uuid, false, true, e.proposal -> 'person',
        ARRAY[coalesce(e.proposal ->> 'role', old.role)], ARRAY[coalesce(e.proposal ->> 'network', old.network)],
        ARRAY[coalesce(old.level, u.level)]
      FROM review_unit ru JOIN review_entry e ON e.review_id = ru.review_id AND e.unit_id = ru.unit_id
      JOIN unit u ON u.id = e.unit_id
      LEFT JOIN LATERAL (SELECT a.role, a.network, a.level FROM appointment a WHERE e.verdict = 'replace'
        AND a.speaker_id = e.speaker_id AND a.unit_id = e.unit_id AND a.starts_on <= ${openedOn}::date
        ORDER BY a.starts_on DESC LIMIT 1) AS old ON true
      WHERE ${which} AND e.verdict IN ('propose', 'replace')
    ) AS o LEFT JOIN speaker s ON s.id = o.speaker_id`;
}
