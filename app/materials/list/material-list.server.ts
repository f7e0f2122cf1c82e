/** The list of materials that units in reach keep: a page, its count, and every line for the export. */
import { keptSql } from "~/materials/audience/sight.server";
import type { Circulation, MaterialKind, MaterialState } from "~/materials/material";
import { waitingSql } from "~/materials/review/waiting.server";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { ask, askAnew } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { underSql } from "~/units/index.server";
import { type MaterialQuery, pageSize, wordsOf } from "./material-query";

const { sql, join } = Prisma;
const m = sql`m`;

export interface ListedMaterial {
  id: string;
  title: string;
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  kind: MaterialKind;
  circulation: Circulation;
  state: MaterialState;
  isWaiting: boolean;
  isExpired: boolean;
  isSuperseded: boolean;
  publishedOn: string | null;
  unitName: string;
  files: number;
}

/** Counts are exact up to here, and then say "more than". */
const countLimit = 10_000;

export async function listMaterials(actor: Actor, query: MaterialQuery) {
  const where = conditionsOf(actor, query);
  // How many a word finds decides whether it is looked up first or the units are; a plan for any word knows nothing of it.
  const asked = wordsOf(query.q).length > 0 ? askAnew : ask;
  const [materials, [counted]] = await Promise.all([
    asked<ListedMaterial>(rowsSql(where, query.sort, pageSize, (query.page - 1) * pageSize)),
    asked<{ total: number }>(sql`
      SELECT count(*)::int AS total FROM (SELECT FROM material m WHERE ${where} LIMIT ${countLimit + 1}) AS found`),
  ]);
  const total = counted?.total ?? 0;
  return { materials, count: { total: Math.min(total, countLimit), more: total > countLimit } };
}

/** Everything the query finds, a lot at a time. */
export async function* listAllMaterials(actor: Actor, query: MaterialQuery): AsyncGenerator<ListedMaterial> {
  const where = conditionsOf(actor, query);
  for (let offset = 0; ; offset += lot) {
    const some = await ask<ListedMaterial>(rowsSql(where, query.sort, lot, offset));
    yield* some;
    if (some.length < lot) return;
  }
}
const lot = 1000;

function rowsSql(where: Prisma.Sql, sort: MaterialQuery["sort"], limit: number, offset: number): Prisma.Sql {
  return sql`
    SELECT m.id::text, m.title, m.number, m.issuer, m.issued_on::text AS "issuedOn", m.kind, m.circulation, m.state,
      ${waitingSql(m)} AS "isWaiting", coalesce(m.valid_until < ${today()}::date, false) AS "isExpired",
      m.superseded_by_id IS NOT NULL AS "isSuperseded",
      (m.published_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "publishedOn", unit.name AS "unitName",
      (SELECT count(*)::int FROM material_file f WHERE f.state <> 'purged' AND f.version_id = (
        SELECT v.id FROM material_version v WHERE v.material_id = m.id ORDER BY v.number DESC LIMIT 1)) AS files
    FROM (
      SELECT m.*, row_number() OVER () AS place FROM (
        SELECT * FROM material m WHERE ${where} ORDER BY ${orders[sort]} LIMIT ${limit} OFFSET ${offset}) AS m
    ) AS m JOIN unit ON unit.id = m.unit_id ORDER BY m.place`;
}

// Ids grow with time.
const orders: Record<MaterialQuery["sort"], Prisma.Sql> = {
  "-added": sql`m.id DESC`,
  title: sql`m.title COLLATE "vi-x-icu", m.id`,
  "-title": sql`m.title COLLATE "vi-x-icu" DESC, m.id DESC`,
  issued: sql`m.issued_on NULLS LAST, m.id`,
  "-issued": sql`m.issued_on DESC NULLS LAST, m.id DESC`,
  published: sql`m.published_at NULLS LAST, m.id`,
  "-published": sql`m.published_at DESC NULLS LAST, m.id DESC`,
};

function conditionsOf(actor: Actor, query: MaterialQuery): Prisma.Sql {
  const { state, kind, circulation, language, validity, topic, collection, unit } = query;
  return join(
    [
      sql`m.trashed_at IS NULL`,
      keptSql(actor, m),
      ...wordsOf(query.q).map(namedSql),
      ...(state ? [state === "in_review" ? waitingSql(m) : sql`m.state = ${state}`] : []),
      ...(kind ? [sql`m.kind = ${kind}`] : []),
      ...(circulation ? [sql`m.circulation = ${circulation}`] : []),
      ...(language ? [sql`m.language = ${language}`] : []),
      ...(validity ? [validityOf(validity)] : []),
      ...(topic
        ? [sql`m.id IN (SELECT material_id FROM material_topic WHERE topic_id = ${topic}::uuid)`]
        : []),
      ...(collection
        ? [
            sql`(m.conference_id = ${collection}::uuid
              OR m.id IN (SELECT material_id FROM material_collection_item WHERE collection_id = ${collection}::uuid))`,
          ]
        : []),
      ...(unit ? [underSql([unit], sql`m.unit_id`)] : []),
    ],
    " AND ",
  );
}

/** A word of the title, of the number or of the issuer, anywhere in it. */
export function namedSql(word: string): Prisma.Sql {
  return sql`m.search_name LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`;
}

function validityOf(validity: NonNullable<MaterialQuery["validity"]>): Prisma.Sql {
  if (validity === "superseded") return sql`m.superseded_by_id IS NOT NULL`;
  const isOver = sql`coalesce(m.valid_until < ${today()}::date, false)`;
  return validity === "expired" ? isOver : sql`(NOT ${isOver} AND m.superseded_by_id IS NULL)`;
}
