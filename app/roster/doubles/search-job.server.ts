/** The job that looks for doubles: each night, after large changes, and when somebody asks. */
import { z } from "zod";
import { type Actor, theSystem } from "~/platform/actor";
import { type Db, db, transaction } from "~/platform/db.server";
import { defineJob, startLater } from "~/platform/jobs.server";
import { fewEnough, searchAllPairs, searchPairsOf } from "./pairs.server";
import { words } from "./words";

export const searchDoublesJob = defineJob({
  name: "roster.doubles",
  payload: z.object({}),
  words: { comparing: words.searching },
  oneAtATime: true,
  work: async (_, { progress, checkCancelled }) => ({
    found: await searchAllPairs({
      progress: (done) => progress(done, undefined, "comparing"),
      checkCancelled,
    }),
  }),
});

export const searchDoublesOfJob = defineJob({
  name: "roster.doublesOf",
  payload: z.object({ ids: z.array(z.uuid()).max(fewEnough) }),
  // Each save of a name or a telephone asks for one.
  together: (payloads) => ({ ids: [...new Set(payloads.flatMap(({ ids }) => ids))] }),
  work: async ({ ids }) => {
    let found = 0;
    for (let at = 0; at < ids.length; at += fewEnough)
      found += await searchPairsOf(ids.slice(at, at + fewEnough));
    return { found };
  },
});

/** Of a few people whose name, birth, telephone or unit has changed, once the caller's transaction stands. */
export async function searchDoublesOfLater(tx: Db, ids: string[]): Promise<void> {
  await startLater(tx, theSystem, searchDoublesOfJob, { ids });
}

/** After the caller's transaction; one that waits already is enough. */
export async function searchDoublesLater(tx: Db, actor: Actor = theSystem): Promise<void> {
  const waiting = await tx.jobRun.findFirst({ where: { job: searchDoublesJob.name, state: "waiting" } });
  if (!waiting) await startLater(tx, actor, searchDoublesJob, {});
}

export interface LastSearch {
  id: string;
  isRunning: boolean;
  done: number;
  /** ISO moment of the last one that ended. */
  endedAt: string | null;
}

export async function findLastSearch(): Promise<LastSearch | null> {
  const where = { job: searchDoublesJob.name };
  const orderBy = { createdAt: "desc" } as const;
  const last = await db.jobRun.findFirst({ where, orderBy });
  if (!last) return null;
  const ended =
    last.state === "done" ? last : await db.jobRun.findFirst({ where: { ...where, state: "done" }, orderBy });
  const { id, state, done } = last;
  return {
    ...{ id, done, isRunning: state === "waiting" || state === "running" },
    endedAt: ended?.endedAt?.toISOString() ?? null,
  };
}

export function askForSearch(actor: Actor): Promise<void> {
  return transaction(undefined, (tx) => searchDoublesLater(tx, actor));
}
