/** Files that are sent in for a draft: begun only with the declaration, then checked by a job before anybody sees them. */
import { aboutMaterial } from "~/materials/materials.server";
import { type Format, isFormat, refuseName } from "~/materials/text/file-name";
import { markInName } from "~/materials/text/marks/mark-in-name";
import { openDraft } from "~/materials/versions/drafts.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db } from "~/platform/db.server";
import { found } from "~/platform/found.server";
import { startLater } from "~/platform/jobs.server";
import { Refusal } from "~/platform/refusal";
import { defineUpload } from "~/platform/uploads/purposes.server";
import { checkFileJob } from "./check-file.server";
import { markInName as explained, knownSecret } from "./explained";
import { words } from "./words";

/** For a draft version's id. Refusals: not declared; a name with a mark or a path; as `openDraft`; content that was refused before. */
export const materialUpload = defineUpload({
  purpose: "materials.file",
  permission: "materials.edit",

  async begin(actor, versionId, { name, declared }) {
    const draft = found(await openDraft(actor, versionId));
    if (!declared) throw new Refusal(words.notDeclared);
    refuseName(name);
    if (!markInName(name)) return;
    await audit(db, actor, "material.file_refused", aboutMaterial({ ...draft, id: draft.materialId }));
    throw new Refusal(explained);
  },

  async take(tx, actor, { subjectId, name }, stored) {
    const draft = found(await openDraft(actor, subjectId, tx));
    await refuseKnown(actor, stored.sha256);
    const file = await tx.materialFile.create({
      data: {
        ...{ versionId: draft.versionId, name, format: formatNamed(name), fileId: stored.id },
        ...{ size: stored.size, sha256: stored.sha256, state: "checking", textState: "waiting" },
        ...{ declaredBy: actor.userId, declaredAt: new Date() },
        position: await nextPosition(tx, draft.versionId),
      },
    });
    const jobRunId = await startLater(tx, actor, checkFileJob, { fileId: file.id });
    await tx.materialFile.update({ where: { id: file.id }, data: { jobRunId } });
  },
});

/** What was refused for a mark, or purged, is refused at once; that it came again is kept. */
async function refuseKnown({ userId }: Actor, sha256: string): Promise<void> {
  const known = await db.refusedFile.findFirst({ where: { sha256 }, orderBy: { at: "desc" } });
  if (!known) return;
  // Outside the transaction, which the refusal undoes.
  await db.refusedFile.create({ data: { sha256, userId, why: known.why } });
  throw new Refusal(knownSecret);
}

/** Until its content was looked at. */
function formatNamed(name: string): Format {
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  if (isFormat(ending)) return ending;
  return /^(?:jpe?g|png|webp|gif)$/.test(ending) ? "image" : "pdf";
}

/** Behind the files that the version has. */
export async function nextPosition(tx: Db, versionId: string): Promise<number> {
  const { _max: last } = await tx.materialFile.aggregate({ where: { versionId }, _max: { position: true } });
  return (last.position ?? -1) + 1;
}
