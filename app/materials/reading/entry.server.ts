/** One material as its reader sees it: what it is, what its version changed, its files, and what this person did with it. */
import { readableSql, visibleSql } from "~/materials/audience/sight.server";
import { hasAcknowledgedSql } from "~/materials/receipts/receipts.server";
import type { Actor } from "~/platform/actor";
import { type Day, zone } from "~/platform/clock";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";

const { sql } = Prisma;

export interface Entry {
  id: string;
  title: string;
  number: string | null;
  issuer: string | null;
  issuedOn: Day | null;
  kind: string;
  language: string;
  circulation: string;
  summary: string | null;
  validFrom: Day | null;
  validUntil: Day | null;
  isExpired: boolean;
  unitName: string;
  conference: string | null;
  topics: string[];
  versionId: string;
  version: number;
  change: string | null;
  /** ISO moment. */
  publishedAt: string | null;
  acknowledgeBy: Day | null;
  /** Whether this person's word stands for this version. */
  hasAcknowledged: boolean;
  acknowledgedAt: string | null;
  /** It is meant for this person, who does not only keep it. */
  isReader: boolean;
  isSaved: boolean;
  lastPage: number | null;
  lastFileId: string | null;
  supersededTitle: string | null;
  /** Where this person may read what replaces it. */
  supersededById: string | null;
}

/** Null where this person may not read it. */
export async function findEntry(actor: Actor, id: string): Promise<Entry | null> {
  const me = sql`${actor.userId}::uuid`;
  const [entry] = await ask<Entry>(sql`
    SELECT m.id::text, m.title, m.number, m.issuer, to_char(m.issued_on, 'YYYY-MM-DD') AS "issuedOn", m.kind, m.language,
      m.circulation, m.summary, to_char(m.valid_from, 'YYYY-MM-DD') AS "validFrom",
      to_char(m.valid_until, 'YYYY-MM-DD') AS "validUntil",
      (m.valid_until < (now() AT TIME ZONE ${zone})::date) IS TRUE AS "isExpired", u.name AS "unitName",
      (SELECT title FROM material_collection WHERE id = m.conference_id) AS conference,
      ARRAY(SELECT t.name FROM material_topic mt JOIN topic t ON t.id = mt.topic_id
        WHERE mt.material_id = m.id ORDER BY t.position, t.name) AS topics,
      v.id::text AS "versionId", v.number AS version, v.change, ${isoSql(sql`v.published_at`)} AS "publishedAt",
      to_char(v.acknowledge_by, 'YYYY-MM-DD') AS "acknowledgeBy",
      ${hasAcknowledgedSql(sql`v.id`, me)} AS "hasAcknowledged", ${isoSql(sql`r.acknowledged_at`)} AS "acknowledgedAt",
      ${readableSql(actor, sql`m`)} AS "isReader",
      EXISTS (SELECT FROM material_saved k WHERE k.user_id = ${me} AND k.material_id = m.id) AS "isSaved",
      r.last_page AS "lastPage", r.last_file_id::text AS "lastFileId",
      n.title AS "supersededTitle", CASE WHEN ${visibleSql(actor, sql`n`)} THEN n.id::text END AS "supersededById"
    FROM material m JOIN material_version v ON v.id = m.current_id JOIN unit u ON u.id = m.unit_id
    LEFT JOIN material_receipt r ON r.version_id = v.id AND r.user_id = ${me}
    LEFT JOIN material n ON n.id = m.superseded_by_id
    WHERE m.id = ${id}::uuid AND ${visibleSql(actor, sql`m`)}`);
  return entry ?? null;
}

function isoSql(moment: Prisma.Sql): Prisma.Sql {
  return sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

export interface EntryFile {
  id: string;
  name: string;
  format: string;
  url: string | null;
  size: number | null;
  pages: number | null;
  needsLook: boolean;
  /** Bytes of its text; 0: there is none to read. */
  textSize: number;
}

/** The accepted files of the version that is out, in their order. */
export function listEntryFiles(versionId: string): Promise<EntryFile[]> {
  return ask<EntryFile>(sql`
    SELECT f.id::text, f.name, f.format, f.url, f.size, f.pages, f.needs_look AS "needsLook",
      coalesce((SELECT sum(octet_length(p.text)) FROM material_page p WHERE p.file_id = f.id), 0)::int AS "textSize"
    FROM material_file f WHERE f.version_id = ${versionId}::uuid AND f.state = 'accepted' ORDER BY f.position, f.id`);
}

/** Puts it on the person's own shelf, or takes it away. False: they may not read it. */
export async function keepSaved(actor: Actor, id: string, isSaved: boolean): Promise<boolean> {
  const readable = await ask(sql`
    SELECT FROM material m WHERE m.id = ${id}::uuid AND ${visibleSql(actor, sql`m`)}`);
  if (readable.length === 0) return false;
  await ask(
    isSaved
      ? sql`INSERT INTO material_saved (material_id, user_id) VALUES (${id}::uuid, ${actor.userId}::uuid)
          ON CONFLICT DO NOTHING`
      : sql`DELETE FROM material_saved WHERE material_id = ${id}::uuid AND user_id = ${actor.userId}::uuid`,
  );
  return true;
}
