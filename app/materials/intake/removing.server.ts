/** Removing a file's content wherever it lies: the store, its text, copies made for readers, what its upload left. */
import type { Db } from "~/platform/db.server";
import { removeFile } from "~/platform/files.server";

export interface Removed {
  /** The entries that held the content. */
  entries: { id: string; state: string }[];
  /** What lies in the store, for `dropContent`. */
  storedIds: string[];
}

/** What a purged file is called: its name may tell what it held. */
const namelessFile = "—";

/** Every entry of this content is marked as purged and loses its name, its text and the copies made of it. */
export async function purgeEntries(tx: Db, sha256: string): Promise<Removed> {
  const entries = await tx.materialFile.findMany({
    where: { sha256 },
    select: { id: true, fileId: true, state: true },
  });
  const ofThem = { fileId: { in: entries.map(({ id }) => id) } };
  const copies = await tx.materialCopy.findMany({ where: ofThem, select: { storedId: true } });
  await tx.materialCopy.deleteMany({ where: ofThem });
  await tx.materialPage.deleteMany({ where: ofThem });
  await tx.materialFile.updateMany({
    where: { sha256 },
    data: {
      ...{ state: "purged", fileId: null, name: namelessFile, pages: null },
      ...{ textState: "none", needsLook: false, jobRunId: null },
    },
  });
  const storedIds = [...entries.map(({ fileId }) => fileId), ...copies.map(({ storedId }) => storedId)];
  return { entries, storedIds: storedIds.filter((id) => id !== null) };
}

/** The last step of a transaction: the content cannot come back. What its upload noted goes with it. */
export async function dropContent(tx: Db, storedIds: string[]): Promise<void> {
  await tx.upload.deleteMany({ where: { id: { in: storedIds } } });
  for (const id of new Set(storedIds)) {
    if ((await tx.storedFile.count({ where: { id } })) > 0) await removeFile(tx, id);
  }
}
