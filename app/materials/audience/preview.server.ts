/** Whom rules cover today: how many, by unit and by role, who of them has no account, and their names. */
import { today } from "~/platform/clock";
import { ask, type Db, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import { type PeopleQuery, peoplePerPage } from "./people-query";
import { coveredSql, recipientsSql } from "./recipients.server";
import type { Rule } from "./rule";

const { sql } = Prisma;

/** So many units are shown by name. */
const mostUnits = 12;

export interface Preview {
  people: number;
  withoutAccount: number;
  /** The first ones, most people first; `units` counts them all. */
  byUnit: { id: string; name: string; people: number }[];
  units: number;
  byRole: { rapporteur: number; communicator: number; staff: number };
  /** Staff whom the rules name and whom "speakers only" leaves out. */
  excluded: number;
}

/** Of rules as they stand in a form, kept or not. */
export async function previewRules(rules: Rule[], circulation: string): Promise<Preview> {
  const given = rulesSql(rules);
  const [row] = await ask<Preview>(sql`
    WITH told AS MATERIALIZED (SELECT * FROM ${coveredSql(given, sql`${circulation}`)} AS covered),
      unit_count AS (SELECT unit_id, count(*)::int AS people FROM told GROUP BY unit_id),
      post AS (SELECT DISTINCT a.speaker_id, a.role FROM told JOIN appointment a ON a.speaker_id = told.speaker_id
        AND a.starts_on <= ${today()}::date AND (a.ends_on IS NULL OR a.ends_on >= ${today()}::date))
    SELECT (SELECT count(*)::int FROM told) AS people,
      (SELECT count(*)::int FROM told WHERE user_id IS NULL) AS "withoutAccount",
      (SELECT count(*)::int FROM unit_count) AS units,
      coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'people', first.people)
          ORDER BY first.people DESC, u.sort_key)
        FROM (SELECT * FROM unit_count ORDER BY people DESC, unit_id LIMIT ${mostUnits}) AS first
        JOIN unit u ON u.id = first.unit_id), '[]') AS "byUnit",
      json_build_object('rapporteur', (SELECT count(*) FROM post WHERE role = 'rapporteur'),
        'communicator', (SELECT count(*) FROM post WHERE role = 'communicator'),
        'staff', (SELECT count(*) FROM told WHERE speaker_id IS NULL)) AS "byRole",
      0 AS excluded`);
  const preview = row as Preview;
  if (circulation !== "speakers_only" || !rules.some(({ staff }) => staff.length > 0)) return preview;
  const [all] = await ask<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM ${coveredSql(given, sql`'internal'`)} AS covered`,
  );
  return { ...preview, excluded: (all?.count ?? 0) - preview.people };
}

/** Rows shaped like audience_rule, out of rules that are only thought of. */
export function rulesSql(rules: Rule[]): Prisma.Sql {
  const rows = rules.map(({ unitIds, topicIds, ...rule }, at) => ({
    ...{ id: at, unit_ids: unitIds, topic_ids: topicIds },
    ...rule,
  }));
  return sql`(SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS thought (id int, unit_ids uuid[],
    roles text[], levels text[], networks text[], topic_ids uuid[], languages text[], staff text[]))`;
}

export async function coveredCount(tx: Db, materialId: string): Promise<number> {
  const [{ count }] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM ${recipientsSql(materialId)} AS told`;
  return count;
}

export interface Recipient {
  userId: string | null;
  speakerId: string | null;
  name: string;
  unit: string;
  hasAccount: boolean;
}

/** One page of the people whom the kept rules cover, by name, and how many the query finds. */
export async function listRecipients(
  materialId: string,
  query: PeopleQuery,
): Promise<{ people: Recipient[]; count: number }> {
  const [people, counted] = await Promise.all([
    recipientRows(materialId, query, sql`LIMIT ${peoplePerPage} OFFSET ${(query.page - 1) * peoplePerPage}`),
    db.$queryRaw<[{ count: number }]>`
      SELECT count(*)::int AS count FROM ${recipientsSql(materialId)} AS told WHERE ${whereOf(query)}`,
  ]);
  return { people, count: counted[0].count };
}

/** All of them: for the file. */
export function listAllRecipients(materialId: string, query: PeopleQuery): Promise<Recipient[]> {
  return recipientRows(materialId, query, sql``);
}

function recipientRows(materialId: string, query: PeopleQuery, page: Prisma.Sql): Promise<Recipient[]> {
  return db.$queryRaw<Recipient[]>`
    SELECT told.user_id::text AS "userId", told.speaker_id::text AS "speakerId", told.full_name AS name,
      u.name AS unit, told.user_id IS NOT NULL AS "hasAccount"
    FROM ${recipientsSql(materialId)} AS told JOIN unit u ON u.id = told.unit_id
    WHERE ${whereOf(query)} ORDER BY told.sort_key, told.speaker_id, told.user_id ${page}`;
}

/** Every word of the search somewhere in the name, tone marks aside. */
function whereOf({ q, account }: PeopleQuery): Prisma.Sql {
  const words = fold(q).split(" ").filter(Boolean);
  const found = words.map(
    (word) => sql`lower(immutable_unaccent(told.full_name)) LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
  const conditions = account === "none" ? [...found, sql`told.user_id IS NULL`] : found;
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : sql`true`;
}
