/** "Not the same person", said of a row of a file: remembered among the pairs, so that nobody is asked again. */
import type { Actor } from "~/platform/actor";
import type { Db } from "~/platform/db.server";
import type { CheckedImport } from "~/roster/import/import-thread.server";

/**
 * Outside the change set: the later search writes scores into pairs, which must not stand in the way of an undo. A pair
 * goes with either of its people.
 */
export async function rememberPartings(
  tx: Db,
  actor: Actor,
  importId: string,
  { partings }: CheckedImport,
): Promise<void> {
  if (partings.length === 0) return;
  const said = JSON.stringify(partings);
  await tx.$executeRaw`
    INSERT INTO speaker_pair (id, one_id, other_id, score, signs, different_by, different_at)
    SELECT DISTINCT ON (least(r.speaker_id, new.other), greatest(r.speaker_id, new.other)) gen_random_uuid(),
      least(r.speaker_id, new.other), greatest(r.speaker_id, new.other), 0, '{}'::text[], ${actor.name}, now()
    FROM jsonb_to_recordset(${said}::jsonb) AS new (sheet text, "row" int, other uuid)
    JOIN roster_import_row r ON r.import_id = ${importId}::uuid AND r.sheet = new.sheet AND r.row = new.row
    JOIN speaker s ON s.id = new.other
    WHERE r.speaker_id <> new.other AND r.outcome <> 'pending'
    ON CONFLICT (one_id, other_id) DO UPDATE SET different_by = excluded.different_by, different_at = excluded.different_at
    WHERE speaker_pair.different_at IS NULL`;
}
