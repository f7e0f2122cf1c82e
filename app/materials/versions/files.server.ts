/** The files of a version as its keepers see them: with their state, their twins in other entries; taken out of a draft. */
import { visibleSql } from "~/materials/audience/sight.server";
import type { FileState } from "~/materials/material";
import { aboutMaterial } from "~/materials/materials.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { ask, type Db, transaction } from "~/platform/db.server";
import { removeFile } from "~/platform/files.server";
import { Prisma } from "~/platform/prisma/client";
import { openDraft } from "./drafts.server";

const { sql } = Prisma;

export interface VersionFile {
  id: string;
  versionId: string;
  name: string;
  format: string;
  url: string | null;
  size: number | null;
  pages: number | null;
  state: FileState;
  textState: "none" | "waiting" | "done" | "failed";
  needsLook: boolean;
  /** It waits for a look that nobody takes any more: cancelled, or given up after kills. */
  isStopped: boolean;
  /** How far the job is that looks at it. */
  done: number | null;
  total: number | null;
  /** What holds the same content too: another material, visible to the reader, or this very version a second time (F67). */
  twin: { id: string; title: string } | null;
}

/** Of one version or several, in their order. */
export async function listFiles(actor: Actor, versionIds: string[]): Promise<VersionFile[]> {
  const rows = await ask<Omit<VersionFile, "twin"> & { twinId: string | null; twinTitle: string | null }>(sql`
    SELECT f.id::text, f.version_id::text AS "versionId", f.name, f.format, f.url, f.size, f.pages, f.state,
      f.text_state AS "textState", f.needs_look AS "needsLook", run.done, run.total,
      (run.id IS NULL AND (f.state = 'checking' OR f.text_state = 'waiting')) AS "isStopped",
      twin.id::text AS "twinId", twin.title AS "twinTitle"
    FROM material_file f JOIN material_version v ON v.id = f.version_id
    LEFT JOIN job_run run ON run.id = f.job_run_id AND run.ended_at IS NULL
    LEFT JOIN LATERAL (
      SELECT m.id, m.title FROM material_file other JOIN material_version ov ON ov.id = other.version_id
        JOIN material m ON m.id = ov.material_id
      WHERE other.sha256 = f.sha256 AND other.state <> 'purged' AND ${visibleSql(actor, sql`m`)}
        AND (m.id <> v.material_id OR (ov.id = v.id AND other.position < f.position))
      ORDER BY m.id = v.material_id, m.id LIMIT 1) AS twin ON true
    WHERE f.version_id = ANY (${versionIds}::uuid[]) ORDER BY f.position, f.id`);
  return rows.map(({ twinId, twinTitle, ...file }) => ({
    ...file,
    twin: twinId && twinTitle ? { id: twinId, title: twinTitle } : null,
  }));
}

/** Takes a file or link out of a draft. False: no such file in reach. Refusals: as `openDraft`. */
export function takeOutFile(actor: Actor, fileId: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const file = await tx.materialFile.findUnique({ where: { id: fileId } });
    const draft = file && (await openDraft(actor, file.versionId, tx));
    if (!file || !draft) return false;
    await tx.materialFile.delete({ where: { id: fileId } });
    // What its upload noted holds its name too.
    if (file.fileId) await tx.upload.deleteMany({ where: { id: file.fileId } });
    await audit(tx, actor, "material.file_removed", {
      ...aboutMaterial({ ...draft, id: draft.materialId }),
      // Before its check is over its name is kept nowhere else: it may be one that must not be.
      before: file.state === "accepted" ? { file: file.name } : {},
    });
    // The stored file goes last: should the transaction fail, it is still there.
    await dropUnused(tx, [file.fileId]);
    return true;
  });
}

/** Removes those stored files that no version holds any more: a further version may share those of the one before. */
export async function dropUnused(tx: Db, storedIds: (string | null)[]): Promise<void> {
  for (const id of new Set(storedIds)) {
    if (id && (await tx.materialFile.count({ where: { fileId: id } })) === 0) await removeFile(tx, id);
  }
}
