/** Whom audience rules cover today, as people: one SQL feeds preview, notices, mails and the list of who has not read. */
import { today } from "~/platform/clock";
import { Prisma } from "~/platform/prisma/client";

/**
 * The people whom the material's rules cover today, one row each, as a query in parentheses: `user_id` (null: no account
 * that could sign in), `speaker_id` (null: staff only), `full_name`, `unit_id` (which keeps the record; of staff: for
 * which they hold the role), `sort_key`.
 */
export function recipientsSql(materialId: string): Prisma.Sql {
  return coveredSql(
    Prisma.sql`(SELECT * FROM audience_rule WHERE material_id = ${materialId}::uuid)`,
    Prisma.sql`(SELECT circulation FROM material WHERE id = ${materialId}::uuid)`,
  );
}

/** The same for any rows shaped like audience_rule, kept or only thought of, and a circulation. */
export function coveredSql(rules: Prisma.Sql, circulation: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    WITH rule AS MATERIALIZED (SELECT * FROM ${rules} AS given),
    place AS MATERIALIZED (
      SELECT DISTINCT rule.id, s.unit_id FROM rule JOIN unit_scope s ON s.ancestor_id = ANY (rule.unit_ids)
      UNION ALL SELECT rule.id, unit.id FROM rule CROSS JOIN unit WHERE rule.unit_ids = '{}'
    ),
    covered AS (
      SELECT DISTINCT a.speaker_id FROM rule JOIN place ON place.id = rule.id
        JOIN appointment a ON a.unit_id = place.unit_id
          AND a.starts_on <= ${today()}::date AND (a.ends_on IS NULL OR a.ends_on >= ${today()}::date)
      WHERE (rule.roles = '{}' OR a.role = ANY (rule.roles))
        AND (rule.levels = '{}' OR a.level = ANY (rule.levels))
        AND (rule.networks = '{}' OR a.network = ANY (rule.networks))
        AND (rule.topic_ids = '{}' OR EXISTS (
          SELECT FROM speaker_topic t WHERE t.speaker_id = a.speaker_id AND t.topic_id = ANY (rule.topic_ids)))
        AND (rule.languages = '{}' OR EXISTS (
          SELECT FROM speaker_language l WHERE l.speaker_id = a.speaker_id AND l.language = ANY (rule.languages)))
    )
    SELECT u.id AS user_id, p.id AS speaker_id, p.full_name, p.unit_id, p.sort_key
    FROM covered JOIN speaker p ON p.id = covered.speaker_id
      LEFT JOIN "user" u ON u.speaker_id = p.id AND u.disabled_at IS NULL
    UNION ALL
    SELECT * FROM (
      SELECT DISTINCT ON (u.id) u.id, NULL::uuid, u.name, g.unit_id, ${nameOrder} COLLATE "C"
      FROM rule JOIN role_grant g ON g.role = ANY (rule.staff)
        JOIN place ON place.id = rule.id AND place.unit_id = g.unit_id
        JOIN "user" u ON u.id = g.user_id AND u.disabled_at IS NULL
      WHERE ${circulation} <> 'speakers_only'
        AND (u.speaker_id IS NULL OR u.speaker_id NOT IN (SELECT speaker_id FROM covered))
      ORDER BY u.id, g.unit_id
    ) AS staff
  )`;
}

// By the last word, then the rest: accounts carry no names of their own order (see roster/speaker-name).
const nameOrder = Prisma.sql`name_sort_key(ARRAY[substring(u.name FROM '[^ ]*$'), u.name])`;
