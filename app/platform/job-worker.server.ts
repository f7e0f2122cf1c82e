/** Runs the jobs of the queue, tells how far they are, and settles what a kill or a stop left open. */
import type { Job as QueuedJob } from "pg-boss";
import { theSystem } from "./actor";
import { zone } from "./clock";
import { db, pool } from "./db.server";
import { closeJobQueue, jobQueue } from "./job-queue.server";
import { jobWords } from "./job-words";
import { type AnyJob, makeQueue, type Order, type Run } from "./jobs.server";
import { log } from "./log.server";
import type { Prisma } from "./prisma/client";
import { Refusal } from "./refusal";
import type { Phrase } from "./words";

/** The person asked to cancel. */
class Cancelled extends Error {}
/** The app is stopping; the work runs again after the next start. */
class Interrupted extends Error {}

// New work is announced at once; looking besides is for what waited behind other work.
const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };

/** Jobs of one kind that are done as one. */
const mostTogether = 300;

let stopping = false;
let settling: NodeJS.Timeout | undefined;

/** A job that nobody asks for: it runs by the clock of Viet Nam, once for all times missed while the app was off. */
export interface Schedule {
  job: AnyJob;
  /** "15 0 * * *": minute, hour, day, month, weekday. */
  cron: string;
}

export async function startSchedules(schedules: Schedule[]): Promise<void> {
  const queue = await jobQueue();
  for (const { job, cron } of schedules) {
    const order: Order = { actor: theSystem, payload: {} };
    await queue.schedule(job.name, cron, order, { tz: zone, missed: "once" });
  }
}

/** Begins to work on these jobs. `alone`: no other instance works on this database, so what runs in it is left from a kill. */
export async function startJobs(jobs: AnyJob[], alone: boolean): Promise<void> {
  stopping = false;
  for (const job of jobs) {
    const queue = await makeQueue(job);
    if (alone) await handBack(job.name);
    // An installation from before may announce each of them still.
    if (job.together) await queue.updateQueue(job.name, { notify: false });
    const batchSize = job.together ? mostTogether : 1;
    await queue.work<Order>(job.name, { ...polling, batchSize }, ([queued, ...others]) =>
      queued ? runJob(job, queued, others) : Promise.resolve(),
    );
  }
  await settleLost();
  settling = setInterval(() => settleLost().catch((error) => log.warn({ err: error }, "job runs")), 30_000);
}

/** Running work gets a moment to finish; what asks `checkCancelled` stops there and is handed back. */
export async function stopJobs(): Promise<void> {
  stopping = true;
  clearInterval(settling);
  await closeJobQueue();
}

async function runJob(
  job: AnyJob,
  { id, data }: QueuedJob<Order>,
  others: QueuedJob<Order>[],
): Promise<void> {
  await noteScheduled(job, id, data);
  const ids = [id, ...others.map((other) => other.id)];
  // A run that ended before the kill, or was cancelled while it waited, is not begun again.
  const { count } = await db.jobRun.updateMany({
    where: { id: { in: ids }, state: { in: ["waiting", "running"] } },
    data: { state: "running", startedAt: new Date(), done: 0, step: null },
  });
  if (count === 0) return;
  log.info({ job: job.name, id }, "job started");
  const begun = performance.now();
  try {
    const payload = payloadOf(job, [data, ...others.map((other) => other.data)]);
    const result = await job.work(payload as never, runOf(id, data));
    await end(ids, { state: "done", result: (result ?? null) as Prisma.InputJsonValue });
  } catch (error) {
    if (error instanceof Interrupted) {
      await db.jobRun.updateMany({
        where: { id: { in: ids }, state: "running" },
        data: { state: "waiting" },
      });
      throw error;
    }
    await end(ids, {
      state: error instanceof Cancelled ? "cancelled" : "failed",
      problem: problemOf(error, id),
    });
  } finally {
    // Long work leaves much behind, which V8 would keep until it needs the room itself (npm start lets us ask).
    if (performance.now() - begun > longWork) await globalThis.gc?.({ execution: "async" });
  }
}
const longWork = 2_000;

function payloadOf({ payload, together }: AnyJob, [first, ...others]: [Order, ...Order[]]): unknown {
  const read = (order: Order) => payload.parse(order.payload) as never;
  return together && others.length > 0 ? together([first, ...others].map(read)) : read(first);
}

/** Work that came by schedule has no run yet; what was enqueued for a person has one. */
async function noteScheduled({ name }: AnyJob, id: string, { actor, payload }: Order): Promise<void> {
  const run = { id, job: name, actorId: actor.userId, payload: payload as Prisma.InputJsonValue };
  await db.jobRun.createMany({ data: [run], skipDuplicates: true });
}

function problemOf(error: unknown, id: string): Phrase {
  if (error instanceof Cancelled) return jobWords.cancelled;
  if (error instanceof Refusal) return error.phrase;
  log.error({ err: error, id }, "job failed");
  return jobWords.broke;
}

/** Leaves alone what the work itself has finished in its transaction. */
async function end(ids: string[], outcome: Prisma.JobRunUpdateManyMutationInput): Promise<void> {
  const where = { id: { in: ids }, state: "running" };
  await db.jobRun.updateMany({ where, data: { ...outcome, endedAt: new Date() } });
}

function runOf(id: string, { actor }: Order): Run {
  let written = 0;
  let shown: string | undefined;
  return {
    id,
    actor,
    async progress(done, total, step) {
      if (Date.now() - written < 300 && done !== total && step === shown) return;
      written = Date.now();
      shown = step;
      await pool.query(
        "UPDATE job_run SET done = $2, total = coalesce($3, total), step = coalesce($4, step) WHERE id = $1",
        [id, done, total, step],
      );
    },
    async checkCancelled() {
      if (stopping) throw new Interrupted();
      const { rows } = await pool.query<{ asked: boolean }>(
        "SELECT cancel_asked AS asked FROM job_run WHERE id = $1",
        [id],
      );
      if (rows[0]?.asked) throw new Cancelled();
    },
    async finish(tx, result) {
      await tx.jobRun.update({
        where: { id },
        data: { state: "done", result: result as Prisma.InputJsonValue, endedAt: new Date() },
      });
    },
  };
}

/** What a killed process left active is tried again at once, instead of after its silence is noticed. */
async function handBack(name: string): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM pgboss.job WHERE name = $1 AND state = 'active'",
    [name],
  );
  if (rows.length === 0) return;
  const queue = await jobQueue();
  await queue.fail(
    name,
    rows.map(({ id }) => id),
    { reason: "the process was killed" },
  );
}

/** A run that the queue has given up says so. */
async function settleLost(): Promise<void> {
  await pool.query(
    `UPDATE job_run SET state = 'failed', problem = $1, ended_at = now()
     WHERE state IN ('waiting', 'running') AND created_at < now() - interval '10 seconds' AND NOT EXISTS (
       SELECT FROM pgboss.job WHERE job.id = job_run.id AND job.state IN ('created', 'retry', 'active'))`,
    [JSON.stringify(jobWords.interrupted)],
  );
}
