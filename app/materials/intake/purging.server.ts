/** What was found to hold state secrets after it was taken: removed wherever it lies; that it was there stays on record. */
import { aboutMaterial } from "~/materials/materials.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import { dropContent, purgeEntries } from "./removing.server";
import { words } from "./words";

/**
 * Ask for materials.purge. Removes the content from every entry that holds it, its text and copies; who opened it when
 * stays (invariant 8). False: no such file within reach, or no content is left of it. Refusals: no reason.
 */
export function purge(actor: Actor, materialFileId: string, reason: string): Promise<boolean> {
  return transaction(
    undefined,
    async (tx) => {
      const file = await tx.materialFile.findFirst({
        where: { id: materialFileId, version: { material: within(actor) } },
        include: { version: { select: { material: { select: { id: true, title: true, unitId: true } } } } },
      });
      if (!file?.sha256 || file.state === "purged") return false;
      if (reason.trim() === "") throw new Refusal(words.noReason, "reason");
      const { sha256, version } = file;
      await tx.refusedFile.create({ data: { sha256, userId: actor.userId, why: "purge" } });
      const { entries, storedIds } = await purgeEntries(tx, sha256);
      await audit(tx, actor, "material.file_purged", {
        ...aboutMaterial(version.material),
        after: { reason: reason.trim(), copies: entries.length },
      });
      await dropContent(tx, storedIds);
      return true;
    },
    { timeout: 60_000 },
  );
}
