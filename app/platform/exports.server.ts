/** Files made for somebody to fetch: named, their maker's alone, gone after a week while their line stays. */
import { Readable } from "node:stream";
import { z } from "zod";
import type { Actor } from "./actor";
import { audit } from "./audit.server";
import { type Db, db, transaction } from "./db.server";
import { exportWords } from "./export-words";
import { openFile, removeFile, writeFile } from "./files.server";
import { defineJob, type Job, type Run, startLater, stepOf } from "./jobs.server";
import { notify, withdrawNotices } from "./notices.server";
import type { ExportFile, JobRun } from "./prisma/client";
import type { Phrase } from "./words";

export const daysKept = 7;
const day = 86_400_000;
const largest = 1024 * 1024 * 1024;
const noticeKind = "export.ready";

export interface NewExport {
  /** "roster.list" */
  kind: string;
  /** With its ending. */
  name: string;
  /** Which rows it holds, in words. */
  about: Phrase;
  /** What its maker must still hold to fetch it, for all of these units. */
  permission: string;
  reach: string[];
}

/** Puts a line among the actor's exports and has `job` make its file, which calls `keepExport`. Returns the line's id. */
export function exportLater<P extends object>(
  actor: Actor,
  wanted: NewExport,
  job: Job<P & { exportId: string }>,
  payload: P,
): Promise<string> {
  return transaction(undefined, async (tx) => {
    const { id } = await tx.exportFile.create({
      data: { ...wanted, actorId: actor.userId, expiresAt: new Date(Date.now() + daysKept * day) },
    });
    const jobRunId = await startLater(tx, actor, job, { ...payload, exportId: id });
    await tx.exportFile.update({ where: { id }, data: { jobRunId } });
    return id;
  });
}

interface Made {
  type: string;
  chunks: AsyncIterable<Uint8Array>;
  /** How many rows went through, asked at the end. */
  rows(): number;
}

/**
 * Writes the file as its bytes come, and then in one transaction keeps it, tells its maker and finishes the run: a kill
 * leaves nothing. `also` is what the feature writes into the trail: from then on the rows count as handed out.
 */
export async function keepExport(
  run: Run,
  exportId: string,
  { type, chunks, rows }: Made,
  also: (tx: Db, count: number, name: string) => Promise<void>,
): Promise<void> {
  const { name } = await db.exportFile.findUniqueOrThrow({ where: { id: exportId } });
  const content = Readable.from(chunks, { objectMode: false });
  const written = await writeFile(run.actor, { name, type, content, limit: largest });
  await transaction(undefined, async (tx) => {
    const { id: fileId, size } = await tx.storedFile.create({ data: written });
    await tx.exportFile.update({
      where: { id: exportId },
      data: { fileId, size, rows: rows(), expiresAt: new Date(Date.now() + daysKept * day) },
    });
    await also(tx, rows(), name);
    await notify(tx, {
      userIds: [run.actor.userId],
      kind: noticeKind,
      subjectId: exportId,
      phrase: exportWords.ready(name),
      path: "/exports",
    });
    await run.finish(tx, { exportId });
  });
}

export type ExportState = "waiting" | "running" | "ready" | "failed" | "cancelled" | "expired" | "removed";

export interface ListedExport {
  id: string;
  name: string;
  about: string;
  state: ExportState;
  /** ISO moment. */
  createdAt: string;
  daysLeft: number;
  rows: number | null;
  size: number | null;
  /** While it waits or runs. */
  run: { id: string; done: number; total: number | null; step: string | null } | null;
  /** Why there is no file. */
  problem: string | null;
}

/** The person's own, the newest first; at most 100. */
export async function listExports({
  userId,
  language,
}: Pick<Actor, "userId" | "language">): Promise<ListedExport[]> {
  const files = await db.exportFile.findMany({
    where: { actorId: userId },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  const ids = files.flatMap(({ jobRunId }) => jobRunId ?? []);
  const runs = new Map(
    (await db.jobRun.findMany({ where: { id: { in: ids } } })).map((run) => [run.id, run]),
  );
  return files.map((file) => {
    const run = runs.get(file.jobRunId ?? "");
    const state = stateOf(file, run);
    return {
      ...{ id: file.id, name: file.name, about: (file.about as unknown as Phrase)[language], state },
      createdAt: file.createdAt.toISOString(),
      daysLeft: Math.max(0, Math.ceil((file.expiresAt.getTime() - Date.now()) / day)),
      ...{ rows: file.rows, size: file.size },
      run:
        run && (state === "waiting" || state === "running")
          ? { id: run.id, done: run.done, total: run.total, step: stepOf(run)?.[language] ?? null }
          : null,
      problem: state === "failed" ? ((run?.problem as Phrase | null)?.[language] ?? null) : null,
    };
  });
}

function stateOf(file: ExportFile, run: JobRun | undefined): ExportState {
  if (file.removedAt) return "removed";
  if (file.fileId) return file.expiresAt > new Date() ? "ready" : "expired";
  if (file.size !== null) return "expired";
  const state = run?.state ?? "failed";
  return state === "done" ? "failed" : (state as ExportState);
}

export interface Fetchable extends Pick<ExportFile, "id" | "name" | "permission" | "reach"> {
  fileId: string;
}

/** The actor's own export that can be fetched now; whether they still hold what it asks, the caller looks. */
export async function findExport({ userId }: Pick<Actor, "userId">, id: string): Promise<Fetchable | null> {
  const file = await db.exportFile.findFirst({
    where: { id, actorId: userId, expiresAt: { gt: new Date() }, fileId: { not: null } },
  });
  return file?.fileId ? { ...file, fileId: file.fileId } : null;
}

/** The file's bytes, its type and how many they are. */
export async function openExport({ fileId }: Fetchable) {
  const { type, size } = await db.storedFile.findUniqueOrThrow({ where: { id: fileId } });
  return { type, size, content: await openFile(fileId) };
}

/** Takes the actor's own file away before its day. False: there is none. */
export function removeExport(actor: Actor, id: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const file = await tx.exportFile.findFirst({
      where: { id, actorId: actor.userId, fileId: { not: null } },
    });
    if (!file?.fileId) return false;
    await tx.exportFile.update({ where: { id }, data: { fileId: null, removedAt: new Date() } });
    await audit(tx, actor, "export.removed", {
      ...{ kind: "export", id, title: file.name, unitId: file.reach[0] ?? null },
      after: { rows: file.rows },
    });
    await withdrawNotices(tx, noticeKind, id);
    await removeFile(tx, file.fileId);
    return true;
  });
}

/** Takes away what was not fetched in its week. */
export const expireExportsJob = defineJob({
  name: "exports.expiry",
  payload: z.object({}),
  work: async () => {
    const late = await db.exportFile.findMany({
      where: { expiresAt: { lt: new Date() }, fileId: { not: null } },
    });
    for (const { id, fileId } of late) {
      await transaction(undefined, async (tx) => {
        await tx.exportFile.update({ where: { id }, data: { fileId: null } });
        await withdrawNotices(tx, noticeKind, id);
        if (fileId) await removeFile(tx, fileId);
      });
    }
    return { removed: late.length };
  },
});
