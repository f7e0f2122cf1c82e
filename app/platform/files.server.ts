/** Files kept outside the database, on this machine's disk: each with its size and checksum in the database. */
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { Actor } from "./actor";
import { type Db, db } from "./db.server";
import { env } from "./env";
import { fileWords } from "./file-words";
import type { Prisma, StoredFile } from "./prisma/client";
import { Refusal } from "./refusal";

const megabyte = 1024 * 1024;
const usualLimit = 50 * megabyte;

const location = path.resolve(env.DATA_DIR, "files");
const disk = new Disk(new FSDriver({ location, visibility: "private" }));

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
  const key = `${id.slice(0, 2)}/${id}`;
  const hash = createHash("sha256");
  let size = 0;
  const limit = upload.limit ?? usualLimit;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      // What is above the limit is counted and not written.
      done(null, size > limit ? undefined : chunk);
    },
  });
  const source = upload.content instanceof Readable ? upload.content : Readable.from([upload.content]);
  let fault: Error | undefined;
  source.on("error", (error) => {
    fault = error;
    measure.destroy(error);
  });
  await disk.putStream(key, source.pipe(measure)).catch(async (error) => {
    await disk.delete(key);
    // The disk wraps what the source itself said.
    throw fault ?? error;
  });
  if (size > limit) {
    await disk.delete(key);
    throw new Refusal(fileWords.tooLarge(Math.floor(limit / megabyte)));
  }
  const name = path.basename(upload.name.replaceAll("\\", "/")).slice(0, 255);
  return { id, name, type: upload.type, size, sha256: hash.digest("hex"), key, actorId: actor.userId };
}

/** The file's bytes as they are read; its checksum is not looked at. */
export async function openFile(id: string): Promise<Readable> {
  const { key } = await db.storedFile.findUniqueOrThrow({ where: { id } });
  return disk.getStream(key);
}

/** The whole file; throws if its content is no longer what was stored. */
export async function readFile(id: string): Promise<Buffer> {
  const { key, sha256 } = await db.storedFile.findUniqueOrThrow({ where: { id } });
  const content = Buffer.from(await disk.getBytes(key));
  const found = createHash("sha256").update(content).digest("hex");
  if (found !== sha256) throw new Error(`The stored file ${id} was changed outside the app.`);
  return content;
}

/** Removes the file and its row; the file goes first, so that a row never points to what its owner wanted gone. */
export async function removeFile(tx: Db, id: string): Promise<void> {
  const { key } = await tx.storedFile.findUniqueOrThrow({ where: { id } });
  await disk.delete(key);
  await tx.storedFile.delete({ where: { id } });
}

/** Removes files whose transaction never came to its end; called at start, when nobody writes. */
export async function removeStrays(): Promise<void> {
  if (!existsSync(location)) return;
  const known = new Set((await db.storedFile.findMany({ select: { key: true } })).map(({ key }) => key));
  const { objects } = await disk.listAll("/", { recursive: true });
  for (const stray of objects) {
    if (stray.isFile && !known.has(stray.key)) await disk.delete(stray.key);
  }
}
