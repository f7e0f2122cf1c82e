/** The people a version is for, looked up live, with what each did with it: the one SQL below lists, figures, reminders and sheets. */
import { recipientsSql } from "~/materials/audience/sight.server";
import { Prisma } from "~/platform/prisma/client";
import { acknowledgementsSql } from "./receipts.server";

const { sql } = Prisma;

/**
 * One row a person, as a query in parentheses: `person_id`, `user_id` (null: cannot sign in), `full_name`, `unit_id`,
 * `sort_key`, `is_addressed`, `opened_at`, `downloaded_at`, `said_at` (acknowledged), `reminded_at`, `state` (see
 * reader.ts). Who acknowledged and is no longer among those it is for still stands there.
 */
export function peopleSql(materialId: string, versionId: string): Prisma.Sql {
  const version = sql`${versionId}::uuid`;
  return sql`(
    WITH word AS MATERIALIZED (${acknowledgementsSql(version)}),
      covered AS MATERIALIZED (
        SELECT one.*, coalesce(one.user_id, once.id) AS known_id FROM ${recipientsSql(materialId)} AS one
        LEFT JOIN "user" once ON one.user_id IS NULL AND once.speaker_id = one.speaker_id
      ),
      person AS (
        SELECT coalesce(speaker_id, user_id) AS person_id, user_id, known_id, full_name, unit_id, sort_key, true AS is_addressed
        FROM covered
        UNION ALL
        SELECT coalesce(s.id, u.id), CASE WHEN u.disabled_at IS NULL THEN u.id END, u.id, coalesce(s.full_name, u.name),
          coalesce(s.unit_id, (SELECT unit_id FROM role_grant g WHERE g.user_id = u.id ORDER BY created_at LIMIT 1)),
          coalesce(s.sort_key, name_sort_key(ARRAY[substring(u.name FROM '[^ ]*$'), u.name])) COLLATE "C", false
        FROM word JOIN "user" u ON u.id = word.user_id LEFT JOIN speaker s ON s.id = u.speaker_id
        WHERE word.user_id NOT IN (SELECT known_id FROM covered WHERE known_id IS NOT NULL)
      )
    SELECT p.*, r.opened_at, r.downloaded_at, r.reminded_at, word.said_at,
      CASE WHEN word.said_at IS NOT NULL THEN 'acknowledged' WHEN p.user_id IS NULL THEN 'no_account'
        WHEN r.opened_at IS NOT NULL OR r.downloaded_at IS NOT NULL THEN 'seen' ELSE 'untouched' END AS state
    FROM person p LEFT JOIN word ON word.user_id = p.known_id
      LEFT JOIN material_receipt r ON r.version_id = ${version} AND r.user_id = p.known_id
  )`;
}

/** With an account, and not acknowledged. */
export const isLeft = sql`person.state IN ('untouched', 'seen')`;

/** Not told in the last day and night. */
export const isRested = sql`(person.reminded_at IS NULL OR person.reminded_at < now() - interval '24 hours')`;
