/** The search in everything that somebody may see of materials, and in nothing else, in one statement. */
import { visibleFileSql } from "~/materials/audience/sight.server";
import type { Circulation, MaterialKind, MaterialState } from "~/materials/material";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { askAnew } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { filtered, mustBeLookedAt, phraseOf, phrasesStand } from "./conditions.server";
import { type Piece, piecesOf, snippetOf } from "./pieces";
import { countLimit, pageSize, type SearchQuery } from "./search-query";
import { type Term, termsOf } from "./terms";
import { holdingAll, rankings } from "./words-query";

const { sql, join } = Prisma;

export interface FoundDocument {
  id: string;
  title: Piece[];
  number: Piece[];
  issuer: string | null;
  issuedOn: string | null;
  kind: MaterialKind;
  circulation: Circulation;
  state: MaterialState;
  isExpired: boolean;
  isSuperseded: boolean;
  version: number;
  /** What readers get; an older version or a draft is found by keepers alone. */
  isCurrent: boolean;
  /** How many pages hold as many of the words as the best one. */
  hitPages: number;
  pages: FoundPage[];
}

export interface FoundPage {
  fileId: string;
  fileName: string;
  page: number;
  pieces: Piece[];
}

export interface Found {
  documents: FoundDocument[];
  count: { total: number; more: boolean };
}

type Row = Omit<FoundDocument, "title" | "number" | "pages"> & {
  total: number;
  isCut: boolean;
  title: string;
  number: string | null;
  pages: { fileId: string; fileName: string; page: number; text: string }[] | null;
};

/** Documents in which title, number, issuer and text together hold every word; the best first, then the newest. */
export async function searchMaterials(actor: Actor, query: SearchQuery): Promise<Found> {
  const terms = termsOf(query.q);
  if (terms.length === 0) return { documents: [], count: { total: 0, more: false } };
  const rows = await askAnew<Row>(searchSql(actor, query, terms));
  const total = rows[0]?.total ?? 0;
  return {
    documents: rows.filter(({ id }) => id !== null).map((row) => documentOf(row, terms)),
    count: { total: Math.min(total, countLimit), more: total > countLimit || rows[0]?.isCut === true },
  };
}

function documentOf({ total: _, isCut: __, pages, ...row }: Row, terms: Term[]): FoundDocument {
  return {
    ...row,
    title: piecesOf(row.title, terms),
    number: piecesOf(row.number ?? "", terms),
    pages: (pages ?? []).map(({ text, ...page }) => ({ ...page, pieces: snippetOf(text, terms) })),
  };
}

function searchSql(actor: Actor, query: SearchQuery, terms: Term[]): Prisma.Sql {
  return sql`
    WITH f AS MATERIALIZED (
      SELECT version_id, material_id, is_long FROM material_words WHERE indexed_words(words) @@ ${holdingAll(terms)}::tsquery
    ), one AS MATERIALIZED (${seenSql(actor, query, terms)}), shown AS MATERIALIZED (
      SELECT version_id, material_id, is_current, row_number() OVER () AS place FROM (
        SELECT * FROM one ORDER BY ${scoreSql(terms)} DESC, version_id DESC LIMIT ${pageSize} OFFSET ${(query.page - 1) * pageSize}) AS best
    )
    SELECT counted.total, counted."isCut", m.id::text, m.title, m.number, m.issuer, m.issued_on::text AS "issuedOn", m.kind, m.circulation, m.state,
      coalesce(m.valid_until < ${today()}::date, false) AS "isExpired", m.superseded_by_id IS NOT NULL AS "isSuperseded",
      v.number AS version, shown.is_current AS "isCurrent", coalesce(hit.pages, 0)::int AS "hitPages", hit.best AS pages
    FROM (SELECT count(*)::int AS total, ${isCut(terms)} AS "isCut" FROM (SELECT versions FROM one LIMIT ${countLimit + 1}) AS few) AS counted
      LEFT JOIN shown ON true
      LEFT JOIN material m ON m.id = shown.material_id
      LEFT JOIN material_version v ON v.id = shown.version_id
      LEFT JOIN LATERAL (${pagesSql(terms)}) AS hit ON true
    ORDER BY shown.place`;
}

/** One version of each document: what readers get where that holds the words, else the newest that does. */
function seenSql(actor: Actor, query: SearchQuery, terms: Term[]): Prisma.Sql {
  const sure = phrasesStand(terms.filter((term) => !mustBeLookedAt(term)));
  const phrases = phrasesStand(terms.filter(mustBeLookedAt));
  const where = join([visibleFileSql(actor, sql`m`, sql`f`), ...filtered(query), ...sure], " AND ");
  const seen = sql`
    SELECT f.version_id, f.material_id, f.is_long, (f.version_id = m.current_id) IS TRUE AS is_current
    FROM (SELECT *, 'accepted' AS state FROM f) AS f JOIN material m ON m.id = f.material_id WHERE ${where}`;
  return sql`
    SELECT DISTINCT ON (material_id) version_id, material_id, is_current, count(*) OVER () AS versions
    FROM (${phrases.length > 0 ? lookedAt(seen, phrases) : seen}) AS seen
    ORDER BY material_id, is_current DESC, version_id DESC`;
}

/** Pages are looked at one by one, the newest first, and no more of them than a count tells of. */
function lookedAt(seen: Prisma.Sql, phrases: Prisma.Sql[]): Prisma.Sql {
  return sql`
    SELECT f.* FROM (${seen} ORDER BY f.version_id DESC OFFSET 0) AS f JOIN material m ON m.id = f.material_id
    WHERE ${join(phrases, " AND ")} LIMIT ${mostLookedAt}`;
}
/** A document has a version and a half. */
const mostLookedAt = Math.ceil(countLimit * 1.5);

function isCut(terms: Term[]): Prisma.Sql {
  return terms.some(mustBeLookedAt) ? sql`coalesce(max(versions) >= ${mostLookedAt}, false)` : sql`false`;
}

/** Read off the index as well: to look into the words of thousands of documents costs a second. */
function scoreSql(terms: Term[]): Prisma.Sql {
  const parts = rankings(terms).map(
    ({ words, weight }) =>
      sql`CASE WHEN version_id IN (SELECT version_id FROM material_words WHERE indexed_words(words) @@ ${words}::tsquery) THEN ${weight}::int ELSE 0 END`,
  );
  return join(parts, " + ");
}

/** The best pages of one version: those with most of the terms, where the words stand together before the others. */
function pagesSql(terms: Term[]): Prisma.Sql {
  const wanted = terms.filter(({ isMinus }) => !isMinus);
  const held = wanted.map((term) => sql`(strpos(p.search_text, ${phraseOf(term)}) > 0)::int`);
  const together = phraseOf({
    words: wanted.flatMap(({ words }) => words),
    isOpen: wanted.at(-1)?.isOpen ?? false,
  });
  return sql`
    SELECT max(hits) AS pages, json_agg(json_build_object('fileId', file_id, 'fileName', name, 'page', page,
        'text', (SELECT text FROM material_page p WHERE p.file_id = ranked.file_id AND p.page = ranked.page)) ORDER BY place) AS best
    FROM (
      SELECT *, count(*) OVER () AS hits, row_number() OVER (ORDER BY is_together DESC, position, file_id, page) AS place FROM (
        SELECT *, rank() OVER (ORDER BY held DESC) AS class FROM (
          SELECT fl.id AS file_id, fl.name, fl.position, p.page, ${join(held, " + ")} AS held,
            strpos(p.search_text, ${together}) > 0 AS is_together
          FROM material_file fl JOIN material_page p ON p.file_id = fl.id
          WHERE fl.version_id = shown.version_id AND fl.state = 'accepted' OFFSET 0
        ) AS looked WHERE held > 0
      ) AS held WHERE class = 1
    ) AS ranked WHERE place <= ${mostPages}`;
}
const mostPages = 3;
