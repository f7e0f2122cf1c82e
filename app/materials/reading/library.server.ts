/** What a person may read, as their own list: what waits for their word first, then what is new, then month by month. */
import { allReadableSql, readableSql } from "~/materials/audience/sight.server";
import { hasAcknowledgedSql } from "~/materials/receipts/receipts.server";
import type { Actor } from "~/platform/actor";
import { type Day, zone } from "~/platform/clock";
import { ask, askAlike } from "~/platform/db.server";
import { keepAnswers } from "~/platform/kept-answers.server";
import { Prisma } from "~/platform/prisma/client";
import type { LibraryPart } from "./library-part";
import { type LibraryQuery, pageSize } from "./library-query";

const { sql } = Prisma;

export interface LibraryRow {
  id: string;
  title: string;
  kind: string;
  part: LibraryPart;
  /** "2026-11" */
  month: string;
  /** Of the version that is out. */
  version: number;
  acknowledgeBy: Day | null;
  hasAcknowledged: boolean;
  isOpened: boolean;
  isExpired: boolean;
  isSuperseded: boolean;
  isSaved: boolean;
  lastPage: number | null;
  lastFileId: string | null;
  /** The first of its files. */
  fileId: string | null;
  format: string | null;
  pages: number | null;
  size: number | null;
  files: number;
}

/** Who came later does not find five years of papers as new. */
const daysNew = 90;

// Versions are gone through once and looked up among the hashed ones that may be read: fetched one by one they cost more.
export async function listLibrary(
  actor: Actor,
  query: LibraryQuery,
): Promise<{ rows: LibraryRow[]; total: number }> {
  const rows = await askAlike<LibraryRow & { total: number }>(sql`
    WITH receipt AS MATERIALIZED (SELECT * FROM material_receipt WHERE user_id = ${actor.userId}::uuid),
    mine AS MATERIALIZED (
      SELECT v.material_id AS id, v.id AS version_id, v.number, v.published_at, v.acknowledge_by,
        r.opened_at IS NOT NULL OR r.downloaded_at IS NOT NULL AS is_opened,
        CASE WHEN v.acknowledge_by IS NULL THEN NULL WHEN r.acknowledged_at IS NOT NULL THEN true
          WHEN v.number = 1 THEN false ELSE ${hasAcknowledgedSql(sql`v.id`, sql`${actor.userId}::uuid`)} END AS word
      FROM material_version v LEFT JOIN receipt r ON r.version_id = v.id
      WHERE (v.id IN (${allReadableSql(actor, sql`m.current_id`, filtersSql(actor, query))})) IS TRUE AND ${monthSql(query)}
    ), shown AS MATERIALIZED (
      SELECT *, CASE WHEN word = false THEN 1 WHEN NOT is_opened AND word IS NOT TRUE
        AND published_at > now() - make_interval(days => ${daysNew}::int) THEN 2 ELSE 3 END AS part
      FROM mine
      ORDER BY part, CASE WHEN word = false THEN acknowledge_by END, published_at DESC, id DESC
      LIMIT ${pageSize}::int OFFSET ${(query.page - 1) * pageSize}::int
    )
    SELECT s.id::text, m.title, m.kind, (ARRAY['due', 'fresh', 'rest'])[s.part] AS part,
      (SELECT count(*)::int FROM mine) AS total, s.number AS version,
      to_char(s.published_at AT TIME ZONE ${zone}, 'YYYY-MM') AS month,
      to_char(s.acknowledge_by, 'YYYY-MM-DD') AS "acknowledgeBy", s.word IS TRUE AS "hasAcknowledged",
      s.is_opened AS "isOpened",
      (m.valid_until < (now() AT TIME ZONE ${zone})::date) IS TRUE AS "isExpired",
      m.superseded_by_id IS NOT NULL AS "isSuperseded",
      EXISTS (SELECT FROM material_saved k WHERE k.user_id = ${actor.userId}::uuid AND k.material_id = s.id) AS "isSaved",
      r.last_page AS "lastPage", r.last_file_id::text AS "lastFileId",
      f.id::text AS "fileId", f.format, f.pages, f.size, coalesce(f.files, 0)::int AS files
    FROM shown s JOIN material m ON m.id = s.id LEFT JOIN receipt r ON r.version_id = s.version_id
    LEFT JOIN LATERAL (
      SELECT id, format, pages, size, count(*) OVER () AS files FROM material_file
      WHERE version_id = s.version_id AND state = 'accepted' ORDER BY position, id LIMIT 1
    ) f ON true
    ORDER BY s.part, CASE WHEN s.word = false THEN s.acknowledge_by END, s.published_at DESC, s.id DESC`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

function filtersSql({ userId }: Actor, { topic, collection, kind, saved }: LibraryQuery): Prisma.Sql {
  const asked = [
    kind && sql`m.kind = ${kind}`,
    topic &&
      sql`EXISTS (SELECT FROM material_topic t WHERE t.material_id = m.id AND t.topic_id = ${topic}::uuid)`,
    collection &&
      sql`(m.conference_id = ${collection}::uuid OR EXISTS (SELECT FROM material_collection_item i
        WHERE i.material_id = m.id AND i.collection_id = ${collection}::uuid))`,
    saved &&
      sql`EXISTS (SELECT FROM material_saved k WHERE k.material_id = m.id AND k.user_id = ${userId}::uuid)`,
  ].filter((one) => one !== null && one !== "");
  return asked.length > 0 ? Prisma.join(asked as Prisma.Sql[], " AND ") : sql`true`;
}

function monthSql({ month }: LibraryQuery): Prisma.Sql {
  if (!month) return sql`true`;
  const first = sql`${`${month}-01`}::timestamp`;
  return sql`v.published_at >= (${first} AT TIME ZONE ${zone})
    AND v.published_at < ((${first} + interval '1 month') AT TIME ZONE ${zone})`;
}

export interface Choice {
  id: string;
  name: string;
}

/** The choices of a filter, which nobody sees before it is opened: they may be a minute old. The list itself never is. */
const choices = keepAnswers({ times: 3_000, longest: 60_000 });

/** What was handed out together and holds something that this person may read: the newest first. */
export async function listLibraryCollections(actor: Actor): Promise<Choice[]> {
  const { answer } = await choices.ask(actor.userId, "collections", () => findCollections(actor));
  return answer;
}

function findCollections(actor: Actor): Promise<Choice[]> {
  return ask<Choice>(sql`
    SELECT c.id::text, c.title AS name FROM material_collection c
    WHERE c.id IN (
      SELECT m.conference_id FROM material m WHERE m.conference_id IS NOT NULL AND ${readableSql(actor, sql`m`)}
      UNION SELECT i.collection_id FROM material_collection_item i JOIN material m ON m.id = i.material_id
      WHERE ${readableSql(actor, sql`m`)})
    ORDER BY c.held_on DESC NULLS LAST, c.id DESC LIMIT 60`);
}
