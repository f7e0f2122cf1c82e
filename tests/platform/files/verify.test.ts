/** The comparison of stored files with their checksums: what it finds, whom it tells, and that it goes on where it was stopped. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { ownersOf } from "~/nav/file-owners.server";
import { filesWords } from "~/nav/files-words";
import { verifyFilesJob } from "~/nav/verify-files.server";
import { theSystem } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { fileStore } from "~/platform/files/store.server";
import { reportOnFiles } from "~/platform/files/verify.server";
import { storeFile } from "~/platform/files.server";
import type { Run } from "~/platform/jobs.server";
import type { StoredFile } from "~/platform/prisma/client";
import { makeActor, makeDecision, makeUnit } from "../../factories";

beforeEach(async () => {
  await db.notice.deleteMany();
  await db.decision.deleteMany();
  await db.storedFile.deleteMany();
});

test("marks what is missing or changed, tells the administrators, and takes the alarm back when all is well again", async () => {
  const unit = await makeUnit();
  const administrator = await makeActor({ role: "system_administrator", unit });
  await makeActor({ role: "department_officer", unit });
  const [sound, changed] = [await store("one"), await store("two")];
  const { id: decisionId, number, fileId } = await makeDecision({ unit, scanned: true });
  await remove(fileId ?? "");
  await write(changed, "TWO");

  await verify();
  const report = await reportOnFiles(verifyFilesJob.name);
  expect(report).toMatchObject({ total: 3, unseen: 0, run: null });
  expect(report.faulty.map(({ id, fault }) => [id, fault]).sort()).toEqual(
    [
      [changed.id, "changed"],
      [fileId, "missing"],
    ].sort(),
  );
  expect(await ownersOf([changed.id, fileId ?? "", sound.id])).toEqual({
    [fileId ?? ""]: { fileId, title: number, path: `/roster/decisions/${decisionId}` },
  });
  expect(await db.notice.findMany({ select: { userId: true, phrase: true, path: true } })).toEqual([
    { userId: administrator.userId, phrase: filesWords.alarm("2"), path: "/files" },
  ]);

  await write(changed, "two");
  await db.decision.delete({ where: { id: decisionId } });
  await db.storedFile.delete({ where: { id: fileId ?? "" } });
  await verify();
  expect((await reportOnFiles(verifyFilesJob.name)).faulty).toEqual([]);
  expect(await db.notice.count()).toBe(0);
});

test("goes on after a stop with what it had not looked at, and looks at everything again the next time", async () => {
  for (const text of ["a", "b", "c"]) await store(text);
  const { run, begun } = await begin();
  let looked = 0;
  const stopped = { ...run, checkCancelled: async () => void (++looked === 3 && fail()) };
  await expect(verifyFilesJob.work({}, stopped)).rejects.toThrow("stopped");
  expect(await db.storedFile.count({ where: { verifiedAt: { gte: begun } } })).toBe(2);
  const seen: number[] = [];
  await verifyFilesJob.work({}, { ...run, progress: async (done) => void seen.push(done) });
  expect(seen).toEqual([3]);
  const again: number[] = [];
  const next = await begin();
  await verifyFilesJob.work({}, { ...next.run, progress: async (done) => void again.push(done) });
  expect(again).toEqual([1, 2, 3]);
});

async function verify() {
  const { run } = await begin();
  await verifyFilesJob.work({}, run);
}

/** A run as the worker makes it. */
async function begin(): Promise<{ run: Run; begun: Date }> {
  // Files stored in the same millisecond as the run begins are for the next one.
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { id, createdAt } = await db.jobRun.create({
    data: {
      id: crypto.randomUUID(),
      job: verifyFilesJob.name,
      actorId: "system",
      state: "running",
      payload: {},
    },
  });
  const run: Run = {
    ...{ id, actor: theSystem, progress: async () => {}, checkCancelled: async () => {} },
    finish: async (tx, result) => {
      await tx.jobRun.update({
        where: { id },
        data: { state: "done", endedAt: new Date(), result: result as object },
      });
    },
  };
  return { run, begun: createdAt };
}

function store(text: string): Promise<StoredFile> {
  return storeFile(db, theSystem, { name: `${text}.txt`, type: "text/plain", content: Buffer.from(text) });
}

async function write({ key }: StoredFile, text: string) {
  const file = path.join(env.DATA_DIR, "other");
  writeFileSync(file, text);
  await (await fileStore()).putFile(key, file, text.length);
}

async function remove(id: string) {
  const { key } = await db.storedFile.findUniqueOrThrow({ where: { id } });
  await (await fileStore()).remove(key);
}

function fail(): never {
  throw new Error("stopped");
}
