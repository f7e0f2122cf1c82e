/** What the recognition asks of the database: who shares something with a thousand rows, and the records of those who do. */
import type { Actor } from "~/platform/actor";
import type { Db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { candidatesOfRowsSql } from "~/roster/doubles/candidates";
import { nearnessSql } from "~/roster/doubles/pairs.server";
import { withinSql } from "~/units/index.server";
import type { Question } from "./recognise-rows";

const { sql, raw } = Prisma;

/** Only people in reach; as one text, so that thousands pass through in a blink. */
export async function lookUp(actor: Actor, question: Question, tx: Db): Promise<string> {
  const [answer] =
    "people" in question
      ? await listCandidates(actor, question.people, tx)
      : await listRecords(actor, question.records, tx);
  return answer?.rows ?? "[]";
}

function listCandidates(actor: Actor, people: string, tx: Db) {
  return tx.$queryRaw<{ rows: string | null }[]>`
    WITH asked AS MATERIALIZED (
      SELECT new.*, u.parent_id FROM jsonb_to_recordset(${people}::jsonb) AS new (at int, search_name text, name_words text,
        given_and_family text, given text, birth_year int, birth_month int, birth_day int, phone text, email text,
        unit_id uuid) LEFT JOIN unit u ON u.id = new.unit_id),
    found AS (${raw(candidatesOfRowsSql())})
    SELECT json_agg(json_build_object('at', found.at, 'id', s.id, 'fullName', coalesce(found.alias, s.full_name),
      'birthYear', s.birth_year, 'birthMonth', s.birth_month, 'birthDay', s.birth_day, 'gender', s.gender,
      'phone', s.phone, 'email', s.email, 'nearness', ${raw(nearnessSql)}))::text AS rows
    FROM found JOIN speaker s ON s.id = found.id JOIN unit other_unit ON other_unit.id = s.unit_id
    JOIN asked ON asked.at = found.at LEFT JOIN unit one_unit ON one_unit.id = asked.unit_id
    WHERE ${withinSql(actor, sql`s.unit_id`)}`;
}

function listRecords(actor: Actor, ids: string, tx: Db) {
  return tx.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_object('id', s.id, 'fullName', s.full_name, 'birthYear', s.birth_year,
      'birthMonth', s.birth_month, 'birthDay', s.birth_day, 'gender', s.gender, 'phone', s.phone, 'email', s.email,
      'position', s.position, 'workplace', s.workplace, 'education', s.education,
      'politicalTheory', s.political_theory, 'note', s.note, 'unitId', s.unit_id, 'unitName', u.name,
      'updatedAt', s.updated_at::text,
      'posts', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'unitId', a.unit_id, 'role', a.role,
          'network', a.network, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'endReason', a.end_reason,
          'decision', d.number_key || ' ' || d.decided_on)), '[]')
        FROM appointment a LEFT JOIN decision d ON d.id = a.decision_id WHERE a.speaker_id = s.id),
      'topics', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'level', st.level)
          ORDER BY t.position, t.name), '[]')
        FROM speaker_topic st JOIN topic t ON t.id = st.topic_id WHERE st.speaker_id = s.id),
      'languages', (SELECT coalesce(json_agg(json_build_object('language', l.language, 'level', l.level,
          'written', l.written) ORDER BY l.language), '[]') FROM speaker_language l WHERE l.speaker_id = s.id),
      'aliases', ARRAY(SELECT full_name FROM speaker_alias WHERE speaker_id = s.id),
      'parted', ARRAY(SELECT CASE WHEN one_id = s.id THEN other_id ELSE one_id END FROM speaker_pair
        WHERE different_at IS NOT NULL AND (one_id = s.id OR other_id = s.id))))::text AS rows
    FROM speaker s JOIN unit u ON u.id = s.unit_id
    WHERE s.id = ANY (${ids}::uuid[]) AND ${withinSql(actor, sql`s.unit_id`)}`;
}
