/** Files kept outside the database, on disk or on an S3-compatible server: each with its size and checksum in the database. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { Actor } from "./actor";
import { type Db, db } from "./db.server";
import { env } from "./env";
import { fileWords } from "./file-words";
import { fileStore } from "./files/store.server";
import { log } from "./log.server";
import type { Prisma, StoredFile } from "./prisma/client";
import { Refusal } from "./refusal";

export { answerFile } from "./files/answer.server";
export { fileLink } from "./files/links.server";

const megabyte = 1024 * 1024;
const usualLimit = 50 * megabyte;

/** Where files stand that are still coming in; swept at start by `uploads/pieces.server.ts`. */
export const arrivals = path.resolve(env.DATA_DIR, "uploads");

export interface Upload {
  /** As the person called it; never used as a path. */
  name: string;
  /** By content, as the caller found out. */
  type: string;
  content: Uint8Array | Readable;
  /** In bytes; 50 MB if not given. */
  limit?: number;
}

/**
 * Writes the file, then its row in the caller's transaction. Refuses what is larger than the limit.
 * If the transaction fails, the file stays without a row until `removeStrays`.
 */
export async function storeFile(tx: Db, actor: Actor, upload: Upload): Promise<StoredFile> {
  return tx.storedFile.create({ data: await writeFile(actor, upload) });
}

/** The file alone, for what takes long: the caller makes the row it answers, in a short transaction afterwards. */
export async function writeFile(actor: Actor, upload: Upload): Promise<Prisma.StoredFileCreateInput> {
  const id = randomUUID();
  const arrival = path.join(arrivals, `new-${id}`);
  await mkdir(arrivals, { recursive: true });
  try {
    const facts = await writeDown(upload, arrival);
    return await keep(actor, { id, arrival, ...upload, ...facts });
  } finally {
    await rm(arrival, { force: true });
  }
}

/** A file that already lies on this machine's disk becomes a stored one under this id, without being copied where that can be. It stays where it lay. */
export async function adoptFile(
  actor: Actor,
  file: { id: string; name: string; type: string; path: string; size: number },
): Promise<Prisma.StoredFileCreateInput> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file.path, { highWaterMark: megabyte }), hash);
  return keep(actor, { ...file, arrival: file.path, sha256: hash.digest("hex") });
}

async function keep(
  actor: Actor,
  file: { id: string; name: string; type: string; arrival: string; size: number; sha256: string },
): Promise<Prisma.StoredFileCreateInput> {
  const { id, type, size, sha256 } = file;
  const key = keyOf(id);
  await (await fileStore()).putFile(key, file.arrival, size);
  const name = path.basename(file.name.replaceAll("\\", "/")).slice(0, 255);
  return { id, name, type, size, sha256, key, actorId: actor.userId };
}

/** Where the store keeps the file of this id. */
function keyOf(id: string): string {
  return `${id.slice(0, 2)}/${id}`;
}

async function writeDown({ content, limit = usualLimit }: Upload, target: string) {
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      // What is above the limit is counted and not written.
      done(null, size > limit ? undefined : chunk);
    },
  });
  const source = content instanceof Readable ? content : Readable.from([content]);
  await pipeline(source, measure, createWriteStream(target));
  if (size > limit) throw new Refusal(fileWords.tooLarge(Math.floor(limit / megabyte)));
  return { size, sha256: hash.digest("hex") };
}

/** The file's bytes as they are read; its checksum is not looked at. */
export async function openFile(id: string): Promise<Readable> {
  const { key } = await db.storedFile.findUniqueOrThrow({ where: { id } });
  return (await fileStore()).open(key);
}

/** The whole file; throws if its content is no longer what was stored. */
export async function readFile(id: string): Promise<Buffer> {
  const { key, sha256 } = await db.storedFile.findUniqueOrThrow({ where: { id } });
  const content = await buffer(await (await fileStore()).open(key));
  const found = createHash("sha256").update(content).digest("hex");
  if (found !== sha256) throw new Error(`The stored file ${id} was changed outside the app.`);
  return content;
}

/** Removes the file and its row; the file goes first, so that a row never points to what its owner wanted gone. */
export async function removeFile(tx: Db, id: string): Promise<void> {
  const { key } = await tx.storedFile.findUniqueOrThrow({ where: { id } });
  await (await fileStore()).remove(key);
  await tx.storedFile.delete({ where: { id } });
}

/** Removes what was stored under an id that never got its row. */
export async function removeContent(id: string): Promise<void> {
  await (await fileStore()).remove(keyOf(id));
}

/**
 * Removes files whose transaction never came to its end; called at start, when nobody writes. Many of them, more than the
 * database knows at all, are no leftovers: then this is not the database that belongs to the store, and all of them stay.
 */
export async function removeStrays(most = 100): Promise<void> {
  const store = await fileStore();
  const known = new Set((await db.storedFile.findMany({ select: { key: true } })).map(({ key }) => key));
  const strays: string[] = [];
  for await (const key of store.list()) if (!known.has(key) && isOurs.test(key)) strays.push(key);
  if (strays.length > Math.max(most, known.size)) {
    return log.warn({ strays: strays.length, known: known.size }, "files that this database does not know");
  }
  for (const key of strays) await store.remove(key);
}
const isOurs = /^[\da-f]{2}\/[\da-f-]{36}$/;
