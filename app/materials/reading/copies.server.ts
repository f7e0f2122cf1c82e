/** PDFs with their reader's name on each page: made when asked for, that reader's alone, gone after an hour. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { showMoment } from "~/platform/clock";
import { ask, type Db, transaction } from "~/platform/db.server";
import { readFile, removeFile, writeFile } from "~/platform/files.server";
import { defineJob } from "~/platform/jobs.server";
import { Prisma } from "~/platform/prisma/client";
import { inThread } from "~/platform/threads.server";
import type { ReaderFile } from "./reader-files.server";
import type { watermark } from "./watermark";

const { sql } = Prisma;
const mark = inThread<typeof watermark>("materials/reading/watermark.ts", "watermark");

/** As long as one sits over it: parts of it that are fetched one after the other are of the same bytes. */
const minutesKept = 60;
const largest = 512 * 1024 * 1024;

/** Whether the reader's name is written on its pages. */
export function isMarked({ format, circulation }: Pick<ReaderFile, "format" | "circulation">): boolean {
  return format === "pdf" && circulation !== "public";
}

/** The stored file this person gets: the original, or a copy with their name. Refuses a PDF that cannot be written on. */
export async function storedFor(actor: Actor, file: ReaderFile): Promise<string | null> {
  if (!file.storedId || !isMarked(file)) return file.storedId;
  const kept = await findCopy(actor, file.id);
  if (kept) return kept;
  const key = `${actor.userId} ${file.id}`;
  const making = atWork.get(key) ?? makeCopy(actor, file).finally(() => atWork.delete(key));
  atWork.set(key, making);
  return making;
}

/** A browser asks for several parts at once: they wait for the same copy. */
const atWork = new Map<string, Promise<string>>();

async function findCopy({ userId }: Actor, fileId: string): Promise<string | null> {
  const [copy] = await ask<{ storedId: string }>(sql`
    SELECT stored_id::text AS "storedId" FROM material_copy
    WHERE file_id = ${fileId}::uuid AND user_id = ${userId}::uuid AND expires_at > now()`);
  return copy?.storedId ?? null;
}

async function makeCopy(actor: Actor, file: ReaderFile): Promise<string> {
  const bytes = await readFile(file.storedId ?? "");
  const content = await mark({ bytes, mark: `${actor.name} · ${showMoment(new Date())}` });
  const written = await writeFile(actor, {
    ...{ name: file.name, type: "application/pdf", limit: largest },
    content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  });
  return transaction(undefined, async (tx) => {
    await removeCopies(tx, { fileId: file.id, userId: actor.userId });
    const { id: storedId } = await tx.storedFile.create({ data: written });
    const expiresAt = new Date(Date.now() + minutesKept * 60_000);
    await tx.materialCopy.create({ data: { fileId: file.id, userId: actor.userId, storedId, expiresAt } });
    return storedId;
  });
}

/** Takes copies away: of a file that was purged or withdrawn, of one person, or those whose time is over. */
export async function removeCopies(tx: Db, which: Prisma.MaterialCopyWhereInput): Promise<number> {
  const copies = await tx.materialCopy.findMany({ where: which });
  for (const { fileId, userId, storedId } of copies) {
    await tx.materialCopy.delete({ where: { fileId_userId: { fileId, userId } } });
    await removeFile(tx, storedId);
  }
  return copies.length;
}

/** Takes away what is over, and what its material no longer shows to anybody. */
export const removeCopiesJob = defineJob({
  name: "materials.removeCopies",
  payload: z.object({}),
  work: async () => {
    const gone = await ask<{ fileId: string; userId: string }>(sql`
      SELECT c.file_id::text AS "fileId", c.user_id::text AS "userId" FROM material_copy c
      LEFT JOIN material_file f ON f.id = c.file_id AND f.state = 'accepted'
      LEFT JOIN material_version v ON v.id = f.version_id
      LEFT JOIN material m ON m.id = v.material_id AND m.trashed_at IS NULL AND m.state <> 'withdrawn'
      WHERE c.expires_at < now() OR m.id IS NULL`);
    for (const { fileId, userId } of gone) {
      await transaction(undefined, (tx) => removeCopies(tx, { fileId, userId }));
    }
    return { removed: gone.length };
  },
});
