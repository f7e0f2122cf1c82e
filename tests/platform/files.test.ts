/** Files beside the database, on disk or with FILES_URL on an S3-compatible server: their checksum, their limit, and what a failed transaction leaves. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { theSystem } from "~/platform/actor";
import { db, transaction } from "~/platform/db.server";
import { env } from "~/platform/env";
import { fileWords } from "~/platform/file-words";
import { fileStore } from "~/platform/files/store.server";
import { arrivals, readFile, removeFile, removeStrays, storeFile } from "~/platform/files.server";

const content = Buffer.from("Tên,Chức vụ\nNguyễn Thị Hường,Bí thư\n");
const upload = { name: "danh sách.csv", type: "text/csv", content };

test("keeps a file with its size and checksum, from bytes or a stream", async () => {
  for (const one of [content, Readable.from([content.subarray(0, 7), content.subarray(7)])]) {
    const file = await storeFile(db, theSystem, { ...upload, content: one });
    expect(file).toMatchObject({
      name: "danh sách.csv",
      size: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
      actorId: "system",
    });
    expect(await readFile(file.id)).toEqual(content);
  }
});

test("never lets a name choose the path", async () => {
  for (const name of ["../../etc/passwd", "..\\..\\passwd", "/etc/passwd"]) {
    const file = await storeFile(db, theSystem, { ...upload, name });
    expect(file.name).toBe("passwd");
    expect(file.key).toBe(`${file.id.slice(0, 2)}/${file.id}`);
  }
});

test("refuses a file above its limit and leaves nothing of it", async () => {
  const before = await files();
  const large = { ...upload, content: Buffer.alloc(2 * 1024 * 1024), limit: 1024 * 1024 };
  await expect(storeFile(db, theSystem, large)).rejects.toThrow(fileWords.vi.tooLarge(1));
  expect(await files()).toEqual(before);
});

test("does not hand out a file that was changed outside the app", async () => {
  const file = await storeFile(db, theSystem, upload);
  const other = path.join(env.DATA_DIR, "other");
  writeFileSync(other, "something else");
  await (await fileStore()).putFile(file.key, other, 14);
  await expect(readFile(file.id)).rejects.toThrow("changed outside the app");
});

test("removes a file with its row", async () => {
  const file = await storeFile(db, theSystem, upload);
  await removeFile(db, file.id);
  expect(await db.storedFile.findUnique({ where: { id: file.id } })).toBeNull();
  expect(await files()).not.toContain(file.id);
});

test("sweeps at start what a failed transaction left, and nothing else", async () => {
  const kept = await storeFile(db, theSystem, upload);
  // On a server the tests before this one have left some.
  await removeStrays();
  const before = await files();
  await expect(
    transaction(undefined, async (tx) => {
      await storeFile(tx, theSystem, upload);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await files()).toHaveLength(before.length + 1);
  await removeStrays();
  expect(await files()).toEqual(before);
  expect(await readFile(kept.id)).toEqual(content);
});

test("leaves a store alone that belongs to another database", async () => {
  const stranger = await storeFile(db, theSystem, upload);
  await db.storedFile.deleteMany();
  await removeStrays(0);
  expect(await files()).toContain(stranger.id);
});

/** The ids of what is stored, and of what lies half written where files come in. */
async function files(): Promise<string[]> {
  const found: string[] = [];
  for await (const key of (await fileStore()).list()) found.push(key.split("/").at(-1) ?? "");
  return [...found, ...(await readdir(arrivals).catch(() => []))].sort();
}
