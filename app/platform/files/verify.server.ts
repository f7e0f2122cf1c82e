/** Whether every stored file is still what was stored: each is read through and compared with its checksum, gently, one after another. */
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "~/platform/actor";
import { type Db, db, transaction } from "~/platform/db.server";
import { type Job, type Run, startLater } from "~/platform/jobs.server";
import type { StoredFile } from "~/platform/prisma/client";
import { fileStore, isMissing } from "./store.server";

/** What a comparison can find. */
export const faults = ["missing", "changed", "unreadable"] as const;
export type Fault = (typeof faults)[number];

/**
 * Looks at every file that was there when the run began and was not looked at since: after a kill it goes on. `tell`
 * hears in the end how many files have a fault now. A store that does not answer fails the run and marks nothing.
 */
export async function verifyFiles(run: Run, tell: (tx: Db, faulty: number) => Promise<void>): Promise<void> {
  const { createdAt: begun } = await db.jobRun.findUniqueOrThrow({ where: { id: run.id } });
  const there = { createdAt: { lt: begun } };
  const open = { ...there, OR: [{ verifiedAt: null }, { verifiedAt: { lt: begun } }] };
  const total = await db.storedFile.count({ where: there });
  let done = total - (await db.storedFile.count({ where: open }));
  for (;;) {
    await run.checkCancelled();
    const file = await db.storedFile.findFirst({ where: open, orderBy: { id: "asc" } });
    if (!file) break;
    const looked = performance.now();
    const fault = await findFault(file);
    // Nothing happens to a file that was removed meanwhile.
    await db.storedFile.updateMany({ where: { id: file.id }, data: { verifiedAt: new Date(), fault } });
    await run.progress(++done, total, "comparing");
    // Half of the time is everybody else's.
    await sleep(Math.min(performance.now() - looked, 2_000));
  }
  await transaction(undefined, async (tx) => {
    const faulty = await countFaults(tx);
    await tell(tx, faulty);
    await run.finish(tx, { checked: done, faulty });
  });
}

async function findFault({ key, sha256 }: StoredFile): Promise<Fault | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(await (await fileStore()).open(key), hash);
  } catch (error) {
    if (isMissing(error)) return "missing";
    if ((error as NodeJS.ErrnoException).code === "EIO") return "unreadable";
    throw error;
  }
  return hash.digest("hex") === sha256 ? null : "changed";
}

export function countFaults(tx: Db = db): Promise<number> {
  return tx.storedFile.count({ where: { fault: { not: null } } });
}

export interface FilesReport {
  total: number;
  bytes: number;
  /** Not looked at yet: younger than the last comparison. */
  unseen: number;
  /** ISO moment at which the last whole comparison ended; null: there was none. */
  lastAt: string | null;
  /** The comparison that waits or runs now. */
  run: { id: string; done: number; total: number | null } | null;
  /** The newest first, at most 200. */
  faulty: { id: string; name: string; size: number; fault: Fault; since: string; storedAt: string }[];
}

export async function reportOnFiles(job: string): Promise<FilesReport> {
  const [sums, unseen, last, run, faulty] = await Promise.all([
    db.storedFile.aggregate({ _count: true, _sum: { size: true } }),
    db.storedFile.count({ where: { verifiedAt: null } }),
    db.jobRun.findFirst({ where: { job, state: "done" }, orderBy: { endedAt: "desc" } }),
    findRunning(job),
    db.storedFile.findMany({ where: { fault: { not: null } }, orderBy: { verifiedAt: "desc" }, take: 200 }),
  ]);
  return {
    ...{ total: sums._count, bytes: sums._sum.size ?? 0, unseen },
    lastAt: last?.endedAt?.toISOString() ?? null,
    run: run && { id: run.id, done: run.done, total: run.total },
    faulty: faulty.map(({ id, name, size, fault, verifiedAt, createdAt }) => ({
      ...{ id, name, size, fault: fault as Fault, since: (verifiedAt ?? createdAt).toISOString() },
      storedAt: createdAt.toISOString(),
    })),
  };
}

/** Nothing happens while one waits or runs. */
export async function verifyFilesLater(actor: Actor, job: Job<object>): Promise<void> {
  if (!(await findRunning(job.name))) await startLater(db, actor, job, {});
}

function findRunning(job: string) {
  return db.jobRun.findFirst({ where: { job, state: { in: ["waiting", "running"] } } });
}

/** What a stored file belongs to, as the feature calls it. */
export interface FileOwner {
  fileId: string;
  title: string;
  /** Where its page is, if it has one. */
  path: string | null;
}

/** Finds among these stored files those of one feature. */
export type FileOwners = (fileIds: string[]) => Promise<FileOwner[]>;

export const exportOwners: FileOwners = async (ids) => {
  const files = await db.exportFile.findMany({ where: { fileId: { in: ids } } });
  return files.flatMap(({ fileId, name }) => (fileId ? [{ fileId, title: name, path: null }] : []));
};
