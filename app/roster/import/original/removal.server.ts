/** Throws away a file that was read and never imported: nobody should have to keep a wrong upload. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { transaction } from "~/platform/db.server";
import { removeFile } from "~/platform/files.server";
import { Refusal } from "~/platform/refusal";
import { lockOpen } from "~/roster/import/open-imports.server";
import { isRemovable } from "./removal";
import { words } from "./words";

/** For good, with what was put right in it. Refuses while it is being imported, and once anything of it was. */
export function throwAway(actor: Actor, id: string): Promise<void> {
  return transaction(undefined, async (tx) => {
    const { state, fileId, fileName, unitId } = await lockOpen(tx, actor, id);
    if (!isRemovable(state)) throw new Refusal(words.imported);
    await tx.rosterImportRow.deleteMany({ where: { importId: id } });
    await tx.rosterImport.delete({ where: { id } });
    await audit(tx, actor, "roster_import.thrown_away", {
      ...{ kind: "roster_import", id, title: fileName, unitId },
    });
    await removeFile(tx, fileId);
  });
}
