/** A file that is being checked, with the material it is for; and its content on this machine's disk while it is read. */
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { openFile } from "~/platform/files.server";

const folder = path.resolve(env.DATA_DIR, "reading");

export interface CheckedFile {
  id: string;
  versionId: string;
  name: string;
  format: string;
  storedId: string;
  sha256: string;
  /** checking, or accepted where it is read again */
  state: string;
  pages: number | null;
  declaredBy: string;
  material: { id: string; title: string; unitId: string };
}

/** null: it was taken out meanwhile, or holds nothing to read. */
export async function findToCheck(id: string): Promise<CheckedFile | null> {
  const file = await db.materialFile.findUnique({
    where: { id },
    include: { version: { select: { material: { select: { id: true, title: true, unitId: true } } } } },
  });
  if (!file?.fileId || !file.sha256 || file.state === "purged") return null;
  const { versionId, name, format, fileId: storedId, sha256, state, pages, declaredBy, version } = file;
  const { material } = version;
  return { id, versionId, name, format, storedId, sha256, state, pages, declaredBy, material };
}

/** Copied out of the store, wherever that is, for as long as the work takes; `runId` keeps two runs apart. */
export async function withContent<T>(
  { storedId }: Pick<CheckedFile, "storedId">,
  runId: string,
  work: (place: string) => Promise<T>,
): Promise<T> {
  const place = path.join(folder, `${storedId}-${runId}`);
  await mkdir(folder, { recursive: true });
  try {
    await pipeline(await openFile(storedId), createWriteStream(place));
    return await work(place);
  } finally {
    await rm(place, { force: true });
  }
}

/** Removes what a kill left of such copies; called at start, when nobody reads. */
export async function removeLeftCopies(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
