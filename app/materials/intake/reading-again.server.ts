/** A file whose text is to be read anew: a poor scan, a check that broke off. */
import { aboutMaterial } from "~/materials/materials.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { transaction } from "~/platform/db.server";
import { startLater } from "~/platform/jobs.server";
import { within } from "~/units/index.server";
import { checkFileJob } from "./check-file.server";

/**
 * Ask for materials.edit. Answers the run to watch; null: no such file within reach, nothing to read in it, or it is
 * being read now. Readers keep what they have until it is read.
 */
export function readAgain(actor: Actor, materialFileId: string): Promise<string | null> {
  return transaction(undefined, async (tx) => {
    const file = await tx.materialFile.findFirst({
      where: { id: materialFileId, state: { not: "purged" }, version: { material: within(actor) } },
      include: { version: { select: { material: { select: { id: true, title: true, unitId: true } } } } },
    });
    if (!file?.fileId) return null;
    const running = file.jobRunId
      ? await tx.jobRun.count({ where: { id: file.jobRunId, state: { in: ["waiting", "running"] } } })
      : 0;
    if (running > 0) return null;
    const jobRunId = await startLater(tx, actor, checkFileJob, { fileId: file.id });
    await tx.materialFile.update({ where: { id: file.id }, data: { jobRunId, textState: "waiting" } });
    await audit(tx, actor, "material.file_reread", {
      ...aboutMaterial(file.version.material),
      // Before its check is over its name is kept nowhere else: it may be one that must not be.
      after: file.state === "accepted" ? { file: file.name } : {},
    });
    return jobRunId;
  });
}
