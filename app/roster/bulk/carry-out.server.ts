/** Doing a bulk edit: one change set that can be taken back, a line in the trail for each person and one for the whole. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { asChangeSet } from "~/platform/change-sets.server";
import { addDays, today } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { defineJob, type Run, startLater } from "~/platform/jobs.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import type { Level } from "~/roster/appointment";
import { resolveDecision } from "~/roster/decisions.server";
import { type BulkEdit, countBulk, lockBulk, type News } from "./bulk-edits.server";
import { mostAtOnce, type Operation, undoDays } from "./operation";
import { lookAgain, namesOf } from "./preview.server";
import { sentenceOf } from "./sentence";
import { writeTrail } from "./trail-lines.server";
import { words } from "./words";
import { lockPeople, writeSome } from "./writes.server";

const { sql } = Prisma;

export const bulkJob = defineJob({
  name: "roster.bulk",
  payload: z.object({ bulkId: z.uuid() }),
  words: words.steps,
  work: ({ bulkId }, run) => carryOutLater(bulkId, run),
});

export interface Applied {
  /** Something had changed since the preview: nothing is done, look again. */
  news: News;
  people: number;
  /** Null: a job does it, or nothing is done. */
  changeSetId: string | null;
}

/**
 * Does what was previewed, or enqueues it for more than 200 people. What has changed since the preview is answered
 * instead, and the preview is brought up to date. Refusals: it runs or is done already; there is nothing to change.
 */
export function applyBulk(actor: Actor, id: string): Promise<Applied> {
  return transaction(
    undefined,
    async (tx) => {
      const bulk = await lockBulk(tx, actor, id);
      if (!bulk?.operation || bulk.state !== "draft") throw new Refusal(words.errors.busy);
      const { changes: people } = await countBulk(id, tx);
      if (people > mostAtOnce) {
        const jobRunId = await startLater(tx, actor, bulkJob, { bulkId: id });
        await tx.bulkEdit.update({
          where: { id },
          data: { state: "working", jobRunId, news: Prisma.DbNull },
        });
        return { news: [], people, changeSetId: null };
      }
      return carryOutIfAsShown(tx, actor, bulk, bulk.operation);
    },
    { timeout: 60_000 },
  );
}

function carryOutLater(bulkId: string, run: Run): Promise<{ people: number }> {
  return transaction(
    undefined,
    async (tx) => {
      const bulk = await lockBulk(tx, run.actor, bulkId);
      if (!bulk?.operation || bulk.jobRunId !== run.id) throw new Refusal(words.errors.busy);
      const { changes } = await countBulk(bulkId, tx);
      await run.progress(0, changes, "checking");
      const { news, people } = await carryOutIfAsShown(tx, run.actor, bulk, bulk.operation, run);
      const result = { people: news.length > 0 ? 0 : people };
      await run.checkCancelled();
      await run.finish(tx, result);
      return result;
    },
    { timeout: 15 * 60_000 },
  );
}

/** Nobody is changed in a way that was not shown: whatever is new is told, and the preview is there to be looked at again. */
async function carryOutIfAsShown(
  tx: Db,
  actor: Actor,
  bulk: BulkEdit,
  operation: Operation,
  run?: Run,
): Promise<Applied> {
  const { id } = bulk;
  await lockPeople(tx, id);
  const news = await lookAgain(tx, actor, bulk, operation);
  const { changes: people } = await countBulk(id, tx);
  if (news.length > 0) {
    await tx.bulkEdit.update({ where: { id }, data: { state: "draft", jobRunId: null, news } });
    return { news, people, changeSetId: null };
  }
  if (people === 0) throw new Refusal(words.errors.nothing);
  return { news, people, changeSetId: await carryOut(tx, actor, bulk, operation, run) };
}

/** So few at a time that nobody else waits long in between, and cancelling is heard. */
const chunk = 500;

async function carryOut(
  tx: Db,
  actor: Actor,
  bulk: BulkEdit,
  operation: Operation,
  run?: Run,
): Promise<string> {
  const names = await namesOf(operation, tx);
  const decision = await settleDecision(tx, actor, bulk.id, operation);
  const [{ total, last, unitId }] = await tx.$queryRaw<[{ total: number; last: number; unitId: string }]>`
    SELECT count(*)::int AS total, max(place)::int AS last, (${unitAbove(bulk.id, operation)})::text AS "unitId"
    FROM bulk_person WHERE bulk_id = ${bulk.id}::uuid AND verdict = 'changes'`;
  if (total === 0) throw new Refusal(words.errors.nothing);
  const title = sentenceOf(operation, names, "vi");
  const change = {
    ...{ kind: "roster.bulk", title, unitId, undoableTo: addDays(today(), undoDays) },
    ...(decision?.id && { subjectId: decision.id }),
  };
  const { changeSetId } = await asChangeSet(tx, actor, change, async () => {
    for (let start = 0; start <= last; start += chunk) {
      await run?.checkCancelled();
      const who = sql`SELECT speaker_id FROM bulk_person WHERE bulk_id = ${bulk.id}::uuid AND verdict = 'changes'
        AND place >= ${start} AND place < ${start + chunk}`;
      await writeSome(tx, actor, operation, decision?.id ?? null, who);
      await writeTrail(tx, actor, { bulkId: bulk.id, operation, names }, who);
      // Those who stay as they are have their places in between.
      await run?.progress(Math.round((total * Math.min(start + chunk, last)) / last), total, "recording");
    }
  });
  await audit(tx, actor, "bulk.applied", {
    ...{ kind: "change", id: changeSetId, title, unitId },
    after: { people: total },
  });
  await tx.bulkEdit.update({
    where: { id: bulk.id },
    data: { state: "done", changeSetId, news: Prisma.DbNull },
  });
  return changeSetId;
}

/** A new decision is kept for the unit that decides about the first person it touches. */
async function settleDecision(tx: Db, actor: Actor, bulkId: string, operation: Operation) {
  if (!("decision" in operation)) return null;
  const [first] = await tx.$queryRaw<{ unitId: string; level: Level }[]>`
    SELECT a.unit_id::text AS "unitId", a.level FROM bulk_person p JOIN appointment a ON a.speaker_id = p.speaker_id
    WHERE p.bulk_id = ${bulkId}::uuid AND p.verdict = 'changes' ORDER BY p.place, a.starts_on DESC, a.id LIMIT 1`;
  // A move of people who hold nothing needs no paper.
  return first ? resolveDecision(tx, actor, operation.decision, first) : null;
}

/** The lowest unit that stands above everybody who changes; without one, that of the first. */
function unitAbove(bulkId: string, operation: Operation): Prisma.Sql {
  const goal = "unitId" in operation ? sql`UNION SELECT ${operation.unitId}::uuid` : Prisma.empty;
  const touched = sql`SELECT s.unit_id FROM bulk_person p JOIN speaker s ON s.id = p.speaker_id
    WHERE p.bulk_id = ${bulkId}::uuid AND p.verdict = 'changes'`;
  return sql`coalesce(
    (WITH touched AS (${touched} ${goal}), few AS (SELECT DISTINCT unit_id FROM touched)
      SELECT scope.ancestor_id FROM unit_scope scope JOIN few ON few.unit_id = scope.unit_id
      GROUP BY scope.ancestor_id HAVING count(*) = (SELECT count(*) FROM few) ORDER BY max(scope.depth) LIMIT 1),
    (${touched} ORDER BY p.place LIMIT 1))`;
}
