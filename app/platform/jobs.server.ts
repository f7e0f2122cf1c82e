/** Long work that a person watches: declared once, enqueued in the caller's transaction, seen and cancelled by its owner. */
import { randomUUID } from "node:crypto";
import { fromPrisma, type PgBoss } from "pg-boss";
import type { z } from "zod";
import type { Actor } from "./actor";
import { type Db, db, transaction } from "./db.server";
import { jobQueue } from "./job-queue.server";
import { jobWords } from "./job-words";
import type { JobRun, Prisma } from "./prisma/client";
import type { Phrase } from "./words";

/** What the work may ask of whoever runs it. */
export interface Run {
  /** The id of the job_run row. */
  id: string;
  actor: Actor;
  /** Seen at once, outside the work's transaction; written a few times a second at most. */
  progress(done: number, total?: number, step?: string): Promise<void>;
  /** Throws when the person asked to cancel or the app is stopping; let it pass, so that the transaction is undone. */
  checkCancelled(): Promise<void>;
  /**
   * Marks the run as done inside the work's own transaction, as its last step: after a kill it is then either
   * undone and run again, or done and never run twice.
   */
  finish(tx: Db, result: unknown): Promise<void>;
}

export interface Job<P, R = unknown> {
  /** "roster.import" */
  name: string;
  payload: z.ZodType<P>;
  /** The sentences for `step`. */
  words?: Record<string, Phrase>;
  /** At most one of these runs at a time, in the whole installation. */
  oneAtATime?: boolean;
  /** Those that wait are done as one, a moment later: small work after each of many commands. */
  together?(payloads: P[]): P;
  work(payload: P, run: Run): Promise<R>;
}

/** A job whatever its payload is, for lists. */
export type AnyJob = Omit<Job<never>, "payload" | "together"> & {
  payload: z.ZodType;
  together?(payloads: never[]): unknown;
};

// Every caller of startLater and the worker know jobs by name.
const declared = new Map<string, AnyJob>();

export function defineJob<P, R>(job: Job<P, R>): Job<P, R> {
  declared.set(job.name, job);
  return job;
}

/** What travels in the queue. */
export interface Order {
  actor: Actor;
  payload: unknown;
}

/** Enqueues the job in the caller's transaction; returns the id of the run to watch. */
export async function startLater<P>(tx: Db, actor: Actor, job: Job<P>, payload: P): Promise<string> {
  const id = randomUUID();
  const checked = job.payload.parse(payload);
  const queue = await makeQueue(job);
  const run = { id, job: job.name, actorId: actor.userId, payload: checked as Prisma.InputJsonValue };
  await tx.jobRun.createMany({ data: [run] });
  const order: Order = { actor, payload: checked };
  await queue.send(job.name, order, { id, db: fromPrisma(tx) });
  return id;
}

/** The jobs that have their place in a queue, as far as this process has made it. */
const placed = new WeakMap<PgBoss, Set<string>>();

/** The queue with a place for this job in it. */
export async function makeQueue(job: Pick<AnyJob, "name" | "oneAtATime" | "together">): Promise<PgBoss> {
  const queue = await jobQueue();
  const names = placed.get(queue) ?? new Set();
  placed.set(queue, names);
  // Asked for again it changes nothing, but takes a lock that whoever else saves at that moment waits for.
  if (names.has(job.name)) return queue;
  await queue.createQueue(job.name, {
    policy: job.oneAtATime ? "singleton" : "standard",
    notify: !job.together,
    // Work whose process was killed is found by its silence and run again, three times at most.
    heartbeatSeconds: 20,
    expireInSeconds: 6 * 3600,
    retryLimit: 3,
  });
  names.add(job.name);
  return queue;
}

/** The run, to whoever started it or sees everything; else null. */
export function findJobRun(actor: Actor, id: string): Promise<JobRun | null> {
  return db.jobRun.findFirst({ where: { id, ...ownRuns(actor) } });
}

/** Whether the run had to begin anew, because the process stopped in its middle. */
export async function hasBegunAnew(id: string): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT FROM pgboss.job WHERE id = ${id}::uuid AND retry_count > 0`;
  return found.length > 0;
}

/** The sentence for the step the run is at. */
export function stepOf(run: JobRun): Phrase | null {
  return (run.step && declared.get(run.job)?.words?.[run.step]) || null;
}

/** Takes back what still waits, and asks what runs to stop. False: there is no such run, or it has ended. */
export function cancelJobRun(actor: Actor, id: string, outer?: Db): Promise<boolean> {
  return transaction(outer, async (tx) => {
    const waiting = await tx.jobRun.updateMany({
      where: { id, state: "waiting", ...ownRuns(actor) },
      data: { state: "cancelled", cancelAsked: true, endedAt: new Date(), problem: jobWords.cancelled },
    });
    const running = await tx.jobRun.updateMany({
      where: { id, state: "running", ...ownRuns(actor) },
      data: { cancelAsked: true },
    });
    return waiting.count + running.count > 0;
  });
}

function ownRuns(actor: Actor): Prisma.JobRunWhereInput {
  return actor.reach === "everywhere" ? {} : { actorId: actor.userId };
}
