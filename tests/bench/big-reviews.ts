/** One review of the big set: every unit with somebody active has its list, two thirds of them begun. */
import type pg from "pg";

export const bigReview = "0199a000-0000-7000-8000-000000000001";

export async function writeReview(owner: pg.Client): Promise<void> {
  await owner.query(
    `INSERT INTO review (id, name, unit_id, due_on, opened_on, created_by)
     SELECT $1, 'Rà soát toàn quốc', id, current_date + 10, current_date, 'bench' FROM unit WHERE parent_id IS NULL LIMIT 1`,
    [bigReview],
  );
  const active = `SELECT DISTINCT unit_id, speaker_id FROM appointment
    WHERE starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)`;
  await owner.query(
    `INSERT INTO review_unit (id, review_id, unit_id)
     SELECT gen_random_uuid(), $1, unit_id FROM (SELECT DISTINCT unit_id FROM (${active}) AS one) AS asked`,
    [bigReview],
  );
  // The share of a unit follows from its id: some have not begun, some are through.
  await owner.query(
    `INSERT INTO review_entry (id, review_id, unit_id, speaker_id, verdict, reason, marked_at)
     SELECT gen_random_uuid(), $1, unit_id, speaker_id, verdict, CASE WHEN verdict = 'release' THEN 'moved' END,
       CASE WHEN verdict IS NOT NULL THEN now() END
     FROM (${active}) AS listed, LATERAL (SELECT CASE WHEN abs(hashtext(unit_id::text)) % 3 = 0
         OR abs(hashtext(speaker_id::text)) % 3 >= abs(hashtext(unit_id::text)) % 5 THEN NULL
       WHEN abs(hashtext(speaker_id::text)) % 17 = 0 THEN 'release' ELSE 'keep' END AS verdict) AS said`,
    [bigReview],
  );
  await owner.query("UPDATE review_unit SET state = 'confirmed' WHERE marked = listed");
}
