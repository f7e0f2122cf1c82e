/** What a kind of change leaves to be put right once it is taken back: in tables that do not record themselves. */
import type { Actor } from "~/platform/actor";
import type { Db } from "~/platform/db.server";
import { refuseToGiveMore, withdrawHandedNotices } from "~/roster/handover/handover.server";

type AfterTakeBack = (tx: Db, changeSetId: string) => Promise<void>;

/** Read before the rows are given back: afterwards they are gone. */
export async function prepareAfter(
  tx: Db,
  actor: Actor,
  kind: string,
  changeSetId: string,
): Promise<AfterTakeBack> {
  if (kind === "roster.import") return reopenImport;
  if (kind === "roster.merge") return returnImportRows(tx, changeSetId);
  if (kind === "roster.handover") {
    await refuseToGiveMore(tx, actor, changeSetId);
    return async () => {
      await refuseToGiveMore(tx, actor, changeSetId);
      await withdrawHandedNotices(tx, changeSetId);
    };
  }
  return async () => undefined;
}

/** The import's rows wait again: of those that were added the people are gone, the others are to be compared anew. */
async function reopenImport(tx: Db, changeSetId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE roster_import_row r SET outcome = 'pending', speaker_id = NULL FROM roster_import i
    WHERE r.import_id = i.id AND i.change_set_id = ${changeSetId}::uuid AND r.outcome <> 'pending'
      AND (r.outcome = 'unchanged' OR r.speaker_id IS NULL OR r.speaker_id IN (
        SELECT row_id FROM change_row WHERE change_set_id = ${changeSetId}::uuid AND table_name = 'speaker'))`;
  // Of a file imported in several goes, what the earlier ones added still stands.
  await tx.rosterImport.updateMany({
    where: { changeSetId, rows: { none: { outcome: { in: ["added", "updated"] } } } },
    data: { state: "undone" },
  });
}

/** Rows of imports that told of the record that went point to it again. */
async function returnImportRows(tx: Db, changeSetId: string): Promise<AfterTakeBack> {
  const aliases = await tx.speakerAlias.findMany({
    where: { changeSetId },
    select: { id: true, importRows: true },
  });
  return async () => {
    for (const { id, importRows } of aliases) {
      await tx.$executeRaw`
        UPDATE roster_import_row r SET speaker_id = ${id}::uuid
        FROM jsonb_to_recordset(${JSON.stringify(importRows ?? [])}::jsonb) AS was ("importId" uuid, sheet text, "row" int)
        WHERE r.import_id = was."importId" AND r.sheet = was.sheet AND r.row = was.row`;
    }
  };
}
