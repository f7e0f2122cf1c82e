/** A whole upload becomes a stored file and is handed to its feature: once, whatever is killed in between. */
import { rm } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import type { Actor } from "~/platform/actor";
import { transaction } from "~/platform/db.server";
import { adoptFile, removeContent } from "~/platform/files.server";
import type { Upload } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { countReceived, placeOf, removeUpload } from "./pieces.server";
import type { UploadPurpose } from "./purposes.server";

const underWay = new Map<string, Promise<void>>();

/** Nothing happens unless all of it has come and nobody has taken it. Throws what the feature says against it, and then keeps nothing. */
export function takeIfWhole(actor: Actor, purpose: UploadPurpose, upload: Upload): Promise<void> {
  const known = underWay.get(upload.id);
  if (known) return known;
  const taking = take(actor, purpose, upload).finally(() => underWay.delete(upload.id));
  underWay.set(upload.id, taking);
  return taking;
}

async function take(actor: Actor, { take: handOver }: UploadPurpose, upload: Upload): Promise<void> {
  const { id, name, subjectId, takenAt } = upload;
  const size = Number(upload.size);
  if (takenAt || (await countReceived(upload)) !== size) return;
  const type = (await fileTypeFromFile(placeOf(id)))?.mime ?? "application/octet-stream";
  // The stored file has the upload's id: done again after a kill, it is the same file.
  const data = await adoptFile(actor, { id, name, type, path: placeOf(id), size });
  try {
    await transaction(
      undefined,
      async (tx) => {
        const now = new Date();
        const { count } = await tx.upload.updateMany({
          where: { id, takenAt: null },
          data: { wholeAt: now, takenAt: now, received: size },
        });
        if (count === 0) return;
        const stored = await tx.storedFile.create({ data });
        await handOver(tx, actor, { id, subjectId, name }, stored);
      },
      { timeout: 60_000 },
    );
  } catch (error) {
    if (error instanceof Refusal || error instanceof Response) await forget(id);
    throw error;
  }
  await rm(placeOf(id), { force: true });
}

async function forget(id: string): Promise<void> {
  await removeContent(id);
  await removeUpload(id);
}
