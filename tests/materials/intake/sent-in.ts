/** Files sent in for a draft as the upload's receiver does it, and the jobs that check them. */
import { randomUUID } from "node:crypto";
import { checkFileJob } from "~/materials/intake/check-file.server";
import { materialUpload } from "~/materials/intake/material-upload.server";
import { readScansJob } from "~/materials/intake/read-scans.server";
import type { Actor } from "~/platform/actor";
import { db, transaction } from "~/platform/db.server";
import { writeFile } from "~/platform/files.server";
import type { AnyJob, Run } from "~/platform/jobs.server";

/** Begun, come whole and taken; answers the new file's id. */
export async function sendIn(
  actor: Actor,
  versionId: string,
  name: string,
  content: Buffer,
): Promise<string> {
  await materialUpload.begin(actor, versionId, { name, size: content.length, declared: true });
  const data = await writeFile(actor, { name, type: "application/octet-stream", content });
  const { id } = data;
  await transaction(undefined, async (tx) => {
    await tx.upload.create({
      data: {
        ...{ id, actorId: actor.userId, purpose: "materials.file", subjectId: versionId },
        name,
        size: content.length,
      },
    });
    const stored = await tx.storedFile.create({ data });
    await materialUpload.take(tx, actor, { id, subjectId: versionId, name }, stored);
  });
  const file = await db.materialFile.findFirstOrThrow({ where: { fileId: id } });
  return file.id;
}

export interface Watched {
  /** Each step as it was told: step, done, total. */
  told: [string | undefined, number, number | undefined][];
  /** Breaks the work off after so many looks. */
  stopsAt?: number;
}

/** Runs the check, and the reading of scans if it is asked for, as the queue would. */
export async function check(actor: Actor, fileId: string, watched: Watched = { told: [] }) {
  const first = await runOnce(checkFileJob, actor, fileId, watched);
  return (first as { outcome: string }).outcome === "reading" ? readPictures(actor, fileId, watched) : first;
}

export function readPictures(actor: Actor, fileId: string, watched: Watched = { told: [] }) {
  return runOnce(readScansJob, actor, fileId, watched);
}

async function runOnce(job: AnyJob, actor: Actor, fileId: string, { told, stopsAt = Infinity }: Watched) {
  const id = randomUUID();
  await db.jobRun.create({
    data: { id, job: job.name, actorId: actor.userId, payload: { fileId }, state: "running" },
  });
  let looks = 0;
  const run: Run = {
    id,
    actor,
    async progress(done, total, step) {
      told.push([step, done, total]);
    },
    async checkCancelled() {
      looks += 1;
      if (looks >= stopsAt) throw new Error("stopped");
    },
    async finish(tx, result) {
      await tx.jobRun.update({ where: { id }, data: { state: "done", result: result as never } });
    },
  };
  return job.work({ fileId } as never, run);
}
