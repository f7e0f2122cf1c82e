/** The search as one statement: what somebody may see, walked from the better ways to hold the words to the others. */
import { allVisibleSql } from "~/materials/audience/sight.server";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { Prisma } from "~/platform/prisma/client";
import { pagesSql } from "./best-pages.server";
import { filtered, mustBeLookedAt, phrasesStand } from "./conditions.server";
import { countLimit, lookedAtLimit, pageSize, type SearchQuery } from "./search-query";
import type { Term } from "./terms";
import { type Scored, tiersOf, titlesOf } from "./words-query";

const { sql, join, raw } = Prisma;

/*
 * The planner knows neither how many documents hold a word nor how many somebody sees, and it need not: nothing here depends
 * on it. Who sees what is gathered once, the index is asked once for each tier, and both are hashed. So the statement is
 * planned once for a connection (planning it anew cost half of it), and its text is the same for all words.
 */
export function searchSql(actor: Actor, query: SearchQuery, terms: Term[]): Prisma.Sql {
  const visible = allVisibleSql(
    actor,
    (isKept) => sql`m.id AS material_id, m.current_id, ${isKept ? sql`true` : sql`false`} AS is_kept`,
    join([sql`true`, ...filtered(query)], " AND "),
  );
  const tiers = tiersOf(terms);
  const names = tiers.map((_, place) => raw(`tier_${place + 1}`));
  const needed = countedTo(query, terms) + 1;
  return sql`
    WITH visible AS MATERIALIZED (${visible}), titled AS MATERIALIZED (${titledSql(terms)}),
    ${join(tiers.map((tier, place) => sql`${names[place]} AS MATERIALIZED (${tierSql(tier, names.slice(0, place), terms, needed)})`))},
    held AS NOT MATERIALIZED (${join(
      names.map((name) => sql`SELECT * FROM ${name}`),
      " UNION ALL ",
    )}), older AS MATERIALIZED (${olderSql}), shown AS MATERIALIZED (
      SELECT version_id, material_id, is_current, row_number() OVER () AS place FROM (
        SELECT one.* FROM (SELECT * FROM held WHERE is_current UNION ALL SELECT * FROM older) AS one LEFT JOIN titled USING (version_id)
        ORDER BY coalesce(titled.score, one.score) DESC, version_id DESC
        LIMIT ${pageSize}::int OFFSET ${(query.page - 1) * pageSize}::int) AS best
    )
    SELECT counted.total, counted."isCut", m.id::text, m.title, m.number, m.issuer, m.issued_on::text AS "issuedOn", m.kind, m.circulation, m.state,
      coalesce(m.valid_until < ${today()}::date, false) AS "isExpired", m.superseded_by_id IS NOT NULL AS "isSuperseded",
      v.number AS version, shown.is_current AS "isCurrent", coalesce(hit.pages, 0)::int AS "hitPages", hit.best AS pages
    FROM (SELECT ((SELECT count(*) FROM held WHERE is_current) + (SELECT count(*) FROM older))::int AS total, ${isCutSql(terms, needed)} AS "isCut") AS counted
      LEFT JOIN shown ON true
      LEFT JOIN material m ON m.id = shown.material_id
      LEFT JOIN material_version v ON v.id = shown.version_id
      LEFT JOIN LATERAL (${pagesSql(terms)}) AS hit ON true
    ORDER BY shown.place`;
}

/** How far documents are counted: no further than is told, but past the page that is shown. */
export function countedTo({ page }: SearchQuery, terms: Term[]): number {
  return Math.max(terms.some(mustBeLookedAt) ? lookedAtLimit : countLimit, page * pageSize);
}

function titledSql(terms: Term[]): Prisma.Sql {
  const titles = titlesOf(terms);
  return sql`
    SELECT version_id, sum(asked.score)::int AS score
    FROM unnest(${titles.map(({ words }) => words)}::text[], ${titles.map(({ score }) => score)}::int[]) AS asked (words, score)
      CROSS JOIN LATERAL (SELECT version_id FROM material_words WHERE indexed_words(words) @@ asked.words::tsquery OFFSET 0) AS w
    GROUP BY version_id`;
}

/** Versions that hold the words in this way and in none of the ways before; none once there are more than needed. */
function tierSql({ words, score }: Scored, before: Prisma.Sql[], terms: Term[], needed: number): Prisma.Sql {
  const sure = phrasesStand(terms.filter((term) => !mustBeLookedAt(term)));
  const phrases = phrasesStand(terms.filter(mustBeLookedAt));
  const isNew = before.map((tier) => sql`f.version_id NOT IN (SELECT version_id FROM ${tier})`);
  const isNeeded = before.map((tier) => sql`(SELECT count(*) FROM ${tier} WHERE is_current)`);
  const seen = sql`
    SELECT f.version_id, f.material_id, f.is_current, ${score}::int AS score
    FROM (
      SELECT version_id, material_id, is_long, version_id IN (SELECT current_id FROM visible WHERE current_id IS NOT NULL) AS is_current
      FROM material_words WHERE indexed_words(words) @@ ${words}::tsquery
        AND ${before.length > 0 ? sql`${join(isNeeded, " + ")} < ${needed}::int` : sql`true`} OFFSET 0
    ) AS f ${sure.length > 0 ? sql`JOIN material m ON m.id = f.material_id` : sql``}
    WHERE ${join([sql`(f.is_current OR f.material_id IN (SELECT material_id FROM visible WHERE is_kept))`, ...isNew, ...sure], " AND ")}`;
  return phrases.length > 0 ? lookedAt(seen, phrases, needed) : seen;
}

/** Pages are looked at one by one, those of the best and newest first, and no more of them than a count tells of. */
function lookedAt(seen: Prisma.Sql, phrases: Prisma.Sql[], needed: number): Prisma.Sql {
  return sql`
    SELECT f.* FROM (
      SELECT seen.* FROM (${seen}) AS seen LEFT JOIN titled USING (version_id) ORDER BY titled.score DESC NULLS LAST, version_id DESC OFFSET 0
    ) AS f JOIN material m ON m.id = f.material_id
    WHERE ${join(phrases, " AND ")} LIMIT ${mostLookedAt(needed)}::int`;
}

/** A document has a version and a half. */
function mostLookedAt(needed: number): number {
  return Math.ceil(needed * 1.5);
}

function isCutSql(terms: Term[], needed: number): Prisma.Sql {
  if (!terms.some(mustBeLookedAt)) return sql`false`;
  return sql`(SELECT count(*) FROM held) >= ${mostLookedAt(needed)}::int`;
}

/** A document is shown once: what readers get where that holds the words, else the newest version that does. */
const olderSql = sql`
  SELECT DISTINCT ON (material_id) * FROM held
  WHERE NOT is_current AND material_id NOT IN (SELECT material_id FROM held WHERE is_current)
  ORDER BY material_id, version_id DESC`;
