/** Long work: enqueued with the caller's transaction, watched, cancelled, and whole or absent after a kill. */
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { theSystem } from "~/platform/actor";
import { db, pool, transaction } from "~/platform/db.server";
import { jobWords } from "~/platform/job-words";
import { startJobs, stopJobs } from "~/platform/job-worker.server";
import {
  cancelJobRun,
  defineJob,
  findJobRun,
  type Job,
  makeQueue,
  startLater,
  stepOf,
} from "~/platform/jobs.server";
import { Refusal } from "~/platform/refusal";

const words = { reading: { vi: "Đang đọc", en: "Reading" } };
const nothing = z.object({});
const stranger = { ...theSystem, userId: "somebody", reach: [] };

afterEach(stopJobs);

test("does what was enqueued and keeps its result", async () => {
  const job = defineJob({
    name: "test.add",
    payload: z.object({ a: z.number(), b: z.number() }),
    work: async ({ a, b }, run) => ({ sum: a + b, by: run.actor.userId }),
  });
  const id = await startLater(db, theSystem, job, { a: 2, b: 3 });
  await begin(job);
  expect(await ended(id)).toMatchObject({ state: "done", result: { sum: 5, by: "system" }, problem: null });
});

test("is not enqueued when the caller's transaction fails", async () => {
  const job = defineJob({ name: "test.never", payload: nothing, work: async () => null });
  await expect(
    transaction(undefined, async (tx) => {
      await startLater(tx, theSystem, job, {});
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await db.jobRun.count({ where: { job: "test.never" } })).toBe(0);
  expect(await queued("test.never")).toBe(0);
});

test("shows how far it is while its transaction is still open", async () => {
  const gate = opening();
  const job = defineJob({
    name: "test.slow",
    payload: nothing,
    words,
    work: (_, run) =>
      transaction(undefined, async (tx) => {
        await tx.setting.create({ data: { key: "test.slow", value: 1 } });
        await run.progress(3, 10, "reading");
        await gate.opened;
        await run.finish(tx, "whole");
      }),
  });
  const id = await startLater(db, theSystem, job, {});
  await begin(job);
  await expect.poll(() => findJobRun(theSystem, id)).toMatchObject({ state: "running", done: 3, total: 10 });
  const run = await findJobRun(theSystem, id);
  expect(run && stepOf(run)).toEqual(words.reading);
  gate.open();
  expect(await ended(id)).toMatchObject({ state: "done", result: "whole" });
});

test("is undone when it is cancelled", async () => {
  const job = defineJob({
    name: "test.endless",
    payload: nothing,
    work: (_, run) =>
      transaction(undefined, async (tx) => {
        await tx.setting.create({ data: { key: "test.endless", value: 1 } });
        while (true) {
          await run.checkCancelled();
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }),
  });
  const id = await startLater(db, theSystem, job, {});
  await begin(job);
  await expect.poll(() => findJobRun(theSystem, id)).toMatchObject({ state: "running" });
  expect(await cancelJobRun(stranger, id)).toBe(false);
  expect(await cancelJobRun(theSystem, id)).toBe(true);
  expect(await ended(id)).toMatchObject({ state: "cancelled", problem: jobWords.cancelled });
  expect(await db.setting.count({ where: { key: "test.endless" } })).toBe(0);
});

test("does not begin when it was cancelled while it waited", async () => {
  const job = defineJob({ name: "test.early", payload: nothing, work: async () => "begun" });
  const id = await startLater(db, theSystem, job, {});
  expect(await cancelJobRun(theSystem, id)).toBe(true);
  await begin(job);
  await expect.poll(() => queued("test.early")).toBe(0);
  expect(await findJobRun(theSystem, id)).toMatchObject({ state: "cancelled", result: null });
});

test("says the rule that refused it", async () => {
  const phrase = { vi: "Không được", en: "No" };
  const job = defineJob({
    name: "test.refused",
    payload: nothing,
    work: async () => {
      throw new Refusal(phrase);
    },
  });
  const id = await startLater(db, theSystem, job, {});
  await begin(job);
  expect(await ended(id)).toMatchObject({ state: "failed", problem: phrase });
});

test("says that something broke, without the fault's own words", async () => {
  const job = defineJob({
    name: "test.broken",
    payload: nothing,
    work: async () => {
      throw new Error("secret detail");
    },
  });
  const id = await startLater(db, theSystem, job, {});
  await begin(job);
  expect(await ended(id)).toMatchObject({ state: "failed", problem: jobWords.broke });
});

test("shows a run only to whoever started it, or sees everything", async () => {
  const job = defineJob({ name: "test.own", payload: nothing, work: async () => null });
  const id = await startLater(db, { ...stranger, userId: "owner" }, job, {});
  expect(await findJobRun(stranger, id)).toBeNull();
  expect(await findJobRun({ ...stranger, userId: "owner" }, id)).toMatchObject({ id });
  expect(await findJobRun(theSystem, id)).toMatchObject({ id });
});

test("runs again after its process was killed, and not if it had finished", async () => {
  const job = defineJob({ name: "test.killed", payload: nothing, work: async () => "second time" });
  const half = await startLater(db, theSystem, job, {});
  const whole = await startLater(db, theSystem, job, {});
  await pretendKilled([half, whole]);
  await db.jobRun.update({ where: { id: whole }, data: { state: "done", result: "first time" } });
  await begin(job);
  expect(await ended(half)).toMatchObject({ state: "done", result: "second time" });
  await expect.poll(() => queued("test.killed"), { timeout: 5_000 }).toBe(0);
  expect(await findJobRun(theSystem, whole)).toMatchObject({ state: "done", result: "first time" });
});

test("says so when it was killed too often", async () => {
  const job = defineJob({ name: "test.hopeless", payload: nothing, work: async () => "too late" });
  const id = await startLater(db, theSystem, job, {});
  await pretendKilled([id]);
  await pool.query("UPDATE pgboss.job SET retry_count = retry_limit WHERE id = $1", [id]);
  await pool.query("UPDATE job_run SET created_at = now() - interval '1 hour' WHERE id = $1", [id]);
  await begin(job);
  expect(await ended(id)).toMatchObject({ state: "failed", problem: jobWords.interrupted });
});

test("runs one at a time where that was asked", async () => {
  let running = 0;
  let most = 0;
  const job = defineJob({
    name: "test.single",
    payload: nothing,
    oneAtATime: true,
    work: async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 100));
      running--;
    },
  });
  const ids = [await startLater(db, theSystem, job, {}), await startLater(db, theSystem, job, {})];
  // Two instances of the app on one database.
  await begin(job);
  await begin(job, false);
  for (const id of ids) expect(await ended(id)).toMatchObject({ state: "done" });
  expect(most).toBe(1);
});

test("does as one what waits together", async () => {
  const payload = z.object({ ids: z.array(z.number()) });
  const seen: number[][] = [];
  const job = defineJob({
    name: "test.together",
    payload,
    together: (payloads) => ({ ids: payloads.flatMap(({ ids }) => ids) }),
    work: async ({ ids }) => {
      seen.push(ids.toSorted());
    },
  });
  const ids: string[] = [];
  for (const n of [1, 2, 3]) ids.push(await startLater(db, theSystem, job, { ids: [n] }));
  await begin(job);
  for (const id of ids) expect(await ended(id)).toMatchObject({ state: "done" });
  expect(seen).toEqual([[1, 2, 3]]);
});

function begin<P, R>(job: Job<P, R>, alone = true): Promise<void> {
  return startJobs([job], alone);
}

async function ended(id: string) {
  const run = () => db.jobRun.findUniqueOrThrow({ where: { id } });
  await expect.poll(async () => (await run()).endedAt, { timeout: 10_000 }).not.toBeNull();
  return run();
}

async function queued(name: string): Promise<number> {
  await makeQueue({ name });
  const { rows } = await pool.query(
    "SELECT count(*)::int AS count FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry', 'active')",
    [name],
  );
  return rows[0].count;
}

/** As a killed process leaves it: taken by nobody who lives. */
async function pretendKilled(ids: string[]): Promise<void> {
  await pool.query(
    "UPDATE pgboss.job SET state = 'active', started_on = now(), heartbeat_on = now() WHERE id = ANY($1)",
    [ids],
  );
  await pool.query("UPDATE job_run SET state = 'running' WHERE id = ANY($1)", [ids]);
}

function opening() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
