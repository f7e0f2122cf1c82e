/** What has come of each upload: its bytes in DATA_DIR/uploads, its facts in the database. The file's length says how much is there, whatever happened. */
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { arrivals } from "~/platform/files.server";
import { defineJob } from "~/platform/jobs.server";
import type { Upload } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import type { UnfinishedUpload } from "./upload";
import { uploadWords as words } from "./words";

/** What nobody went on with for so long is given up. */
const hoursKept = 48;
/** Left free on the disk: the database may lie there too. */
const reserve = 256 * 1024 * 1024;

export function placeOf(id: string): string {
  return path.join(arrivals, id);
}

/** The actor's own upload; null for everybody else. */
export function findUpload({ userId }: Pick<Actor, "userId">, id: string): Promise<Upload | null> {
  return db.upload.findFirst({ where: { id, actorId: userId } });
}

/** How many of its bytes are here; null: they are gone. */
export async function countReceived({ id, size, takenAt }: Upload): Promise<number | null> {
  if (takenAt) return Number(size);
  const found = await stat(placeOf(id)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return found?.size ?? null;
}

/** Refuses when the disk has no room for all of it. */
export async function beginUpload(
  upload: Omit<Upload, "received" | "wholeAt" | "takenAt" | "createdAt" | "updatedAt">,
) {
  await mkdir(arrivals, { recursive: true });
  await wantRoom(Number(upload.size));
  await writeFile(placeOf(upload.id), "").catch(refuseWhenFull);
  await db.upload.create({ data: upload });
}

/** Writes what comes at this place of the file; answers how much is there then. What came before a cut stays. */
export async function writePiece(upload: Upload, offset: number, piece: Readable): Promise<number> {
  await wantRoom(Number(upload.size) - offset);
  const target = createWriteStream(placeOf(upload.id), { flags: "r+", start: offset });
  try {
    await pipeline(piece, target).catch(refuseWhenFull);
  } finally {
    await noteReceived(upload.id, offset + target.bytesWritten);
  }
  return offset + target.bytesWritten;
}

async function noteReceived(id: string, received: number): Promise<void> {
  await db.upload.updateMany({ where: { id }, data: { received, updatedAt: new Date() } });
}

/** The row goes last, so that a kill in between leaves something to remove again. */
export async function removeUpload(id: string): Promise<void> {
  await rm(placeOf(id), { force: true });
  await db.upload.deleteMany({ where: { id } });
}

/** The actor's own for this subject that did not come to their end, the oldest first. */
export async function listUnfinished(
  { userId }: Pick<Actor, "userId">,
  purpose: string,
  subjectId: string,
): Promise<UnfinishedUpload[]> {
  const uploads = await db.upload.findMany({
    where: { actorId: userId, purpose, subjectId, takenAt: null },
    orderBy: { createdAt: "asc" },
  });
  return Promise.all(
    uploads.map(async (upload) => ({
      ...{ id: upload.id, name: upload.name, size: Number(upload.size) },
      received: (await countReceived(upload)) ?? 0,
    })),
  );
}

/** Removes bytes without a row; called at start, when nobody writes. */
export async function removeStrayPieces(): Promise<void> {
  const known = new Set(
    (await db.upload.findMany({ where: { takenAt: null }, select: { id: true } })).map(({ id }) => id),
  );
  const found = await readdir(arrivals).catch(() => []); // nobody has sent anything yet
  for (const name of found) if (!known.has(name)) await rm(path.join(arrivals, name), { force: true });
}

/** Gives up what nobody went on with, and forgets what was taken. */
export const forgetUploadsJob = defineJob({
  name: "platform.forgetUploads",
  payload: z.object({}),
  work: async () => {
    const before = new Date(Date.now() - hoursKept * 3_600_000);
    const old = await db.upload.findMany({ where: { updatedAt: { lt: before } }, select: { id: true } });
    for (const { id } of old) await removeUpload(id);
    return { removed: old.length };
  },
});

async function wantRoom(bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(arrivals);
  if (bavail * bsize < bytes + reserve) throw new Refusal(words.noRoom, "room");
}

function refuseWhenFull(error: NodeJS.ErrnoException): never {
  if (["ENOSPC", "EDQUOT"].includes(error.code ?? "")) throw new Refusal(words.noRoom, "room");
  throw error;
}
