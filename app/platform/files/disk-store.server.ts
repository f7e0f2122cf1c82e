/** Stored files on this machine's disk, under DATA_DIR/files. */
import { existsSync } from "node:fs";
import { copyFile, link, mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { FileStore } from "./store.server";

export function diskStore(dataFolder: string): FileStore {
  const location = path.resolve(dataFolder, "files");
  const disk = new Disk(new FSDriver({ location, visibility: "private" }));
  const placeOf = (key: string) => path.join(location, key);
  return {
    async putFile(key, source) {
      await mkdir(path.dirname(placeOf(key)), { recursive: true });
      await flush(source);
      await secondName(source, placeOf(key));
    },
    async open(key, range) {
      // Opened first: where there is no file, nothing has been answered yet.
      const file = await open(placeOf(key));
      const content = file.createReadStream(range);
      // Our own server reads the file itself (host/file-answer.ts).
      return range
        ? Object.assign(content, { [Symbol.for("the file it reads")]: { file, ...range } })
        : content;
    },
    remove: (key) => disk.delete(key),
    async *list() {
      if (!existsSync(location)) return;
      const { objects } = await disk.listAll("/", { recursive: true });
      for (const found of objects) if (found.isFile) yield found.key;
    },
    link: async () => null,
  };
}

/** What the database will say is there must be there after a power cut too. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync().finally(() => handle.close());
}

/** The same bytes under another name; they are copied only where the two places are on different disks. */
async function secondName(source: string, target: string): Promise<void> {
  // A kill may have come after the last time.
  await rm(target, { force: true });
  try {
    await link(source, target);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["EXDEV", "EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes(code)) throw error;
    await copyFile(source, target);
    await flush(target);
  }
}
