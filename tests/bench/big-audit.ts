/** The trail of the big set: five years of changes, written by SQL alone. */
import type pg from "pg";
import { withoutIndexes } from "./indexes.ts";

export function writeAuditLines(owner: pg.Client, count: number): Promise<void> {
  return withoutIndexes(owner, "audit_line", () => insertLines(owner, count));
}

async function insertLines(owner: pg.Client, count: number): Promise<void> {
  await owner.query(
    `CREATE TEMP TABLE subject AS
     SELECT row_number() OVER (ORDER BY id) - 1 AS place, id::text AS id, full_name, unit_id, phone FROM speaker`,
  );
  await owner.query(
    `CREATE TEMP TABLE clerk AS
     SELECT row_number() OVER (ORDER BY id) - 1 AS who, id::text AS id, name FROM "user" WHERE username LIKE 'clerk.%'`,
  );
  await owner.query("ANALYZE subject, clerk");
  await owner.query(
    `INSERT INTO audit_line (at, actor_id, actor_name, action, subject_kind, subject_id, title, unit_id, before, after,
       address, device, request_id)
     SELECT now() - interval '5 years' * (1 - line::float / $1), clerk.id, clerk.name,
       (ARRAY['speaker.updated', 'speaker.updated', 'speaker.updated', 'speaker.added', 'speaker.appointed',
         'speaker.released'])[1 + who % 6],
       'speaker', subject.id, full_name, unit_id, '{"phone": "+84912000000"}', jsonb_build_object('phone', phone),
       '10.0.' || who % 250 || '.7', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0', NULL
     FROM (
       SELECT line, (hashint4(line) & 2147483647) % (SELECT count(*) FROM subject) AS place,
         (hashint4(line + 7) & 2147483647) % (SELECT count(*) FROM clerk) AS who
       FROM generate_series(1, $1::int) AS line
     ) AS lines JOIN subject USING (place) JOIN clerk USING (who)
     ORDER BY line`,
    [count],
  );
}
