/** Opening a review: at once where it is small, else by a job, list by list, that leaves nothing when it is stopped. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { dayToColumn, showDay, today } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { defineJob, type Run, startLater, stepOf } from "~/platform/jobs.server";
import { notifyMany } from "~/platform/notices.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import type { Language, Phrase } from "~/platform/words";
import { withinUnits } from "~/units/index.server";
import { answeringSql, homeOf, isManySql, listedSql } from "./choice.server";
import { type NewReviewValues, newReviewSchema } from "./review";
import { factsOf, pathOfList } from "./reviews.server";
import { words } from "./words";

const { sql } = Prisma;

/** More appointments than this, and the lists are made by a job. */
const mostAtOnce = 2_000;
/** So many lists at a time that cancelling is heard and progress moves. */
const chunk = 100;

export const openReviewJob = defineJob({
  name: "roster.openReview",
  payload: newReviewSchema,
  words: words.steps,
  work: async (values, run) => ({ units: await openReview(run.actor, values, run) }),
});

/**
 * Opens a review, or enqueues it for many people; null: a job does it. Sent twice it is opened once.
 * Refusals: a unit outside the reach ("unitIds"); nobody is active there ("unitIds").
 */
export async function openReviewOrLater(actor: Actor, values: NewReviewValues): Promise<number | null> {
  const [{ many }] = await db.$queryRaw<[{ many: boolean }]>`
    SELECT ${isManySql(actor, values, today(), mostAtOnce)} AS many`;
  if (!many) return openReview(actor, values);
  await transaction(undefined, async (tx) => {
    await refuseOutOfReach(tx, actor, values);
    // The browser made the id: who sends the form again waits for the same job.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${values.id}, 0))::text`;
    const asked = await tx.jobRun.count({ where: { ...isOpening, payload: ofReview(values.id) } });
    if (asked === 0) await startLater(tx, actor, openReviewJob, values);
  });
  return null;
}

const isOpening = { job: "roster.openReview", state: { in: ["waiting", "running"] } };
const ofReview = (id: string) => ({ path: ["id"], equals: id });

/** A list for each unit with everybody who is active there today, and a notice for who answers for it; how many lists. */
export function openReview(actor: Actor, values: NewReviewValues, run?: Run): Promise<number> {
  const { id, unitIds, kinds, ...facts } = values;
  return transaction(
    undefined,
    async (tx) => {
      await refuseOutOfReach(tx, actor, values);
      const [day, unitId] = [today(), await homeOf(tx, actor)];
      const { count: isNew } = await tx.review.createMany({
        data: {
          ...{ id, name: facts.name, note: facts.note, unitId, createdBy: actor.userId },
          ...{ dueOn: dayToColumn(facts.dueOn), openedOn: dayToColumn(day) },
        },
        skipDuplicates: true,
      });
      if (!isNew) return tx.reviewUnit.count({ where: { reviewId: id } });
      await run?.progress(0, undefined, "choosing");
      const lists = await tx.$queryRaw<{ unitId: string }[]>`
        INSERT INTO review_unit (id, review_id, unit_id)
        SELECT gen_random_uuid(), ${id}::uuid, unit_id
        FROM (SELECT DISTINCT unit_id FROM (${listedSql(actor, { unitIds, kinds }, day)}) AS one) AS asked
        RETURNING unit_id::text AS "unitId"`;
      const units = lists.length;
      if (units === 0) throw new Refusal(words.errors.noUnits, "unitIds");
      let people = 0;
      for (let start = 0; start < units; start += chunk) {
        await run?.checkCancelled();
        const some = lists.slice(start, start + chunk).map((list) => list.unitId);
        people += await fillLists(tx, id, some, day);
        await run?.progress(Math.min(start + chunk, units), units, "listing");
      }
      await audit(tx, actor, "review.opened", {
        ...{ kind: "review", id, title: facts.name, unitId },
        after: { ...factsOf(facts), units, people },
      });
      await run?.progress(units, units, "telling");
      await tellOpened(tx, id, facts);
      await run?.checkCancelled();
      await run?.finish(tx, { units });
      return units;
    },
    { timeout: 10 * 60_000 },
  );
}

async function refuseOutOfReach(tx: Db, actor: Actor, { unitIds }: NewReviewValues): Promise<void> {
  const reachable = await tx.unit.count({ where: { id: { in: unitIds }, ...withinUnits(actor) } });
  if (reachable < new Set(unitIds).size) throw new Refusal(words.errors.unitUnknown, "unitIds");
}

/** Each person once, in whatever network. */
function fillLists(tx: Db, reviewId: string, unitIds: string[], day: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO review_entry (id, review_id, unit_id, speaker_id)
    SELECT gen_random_uuid(), ${reviewId}::uuid, unit_id, speaker_id FROM (
      SELECT DISTINCT a.unit_id, a.speaker_id FROM appointment a
      WHERE a.unit_id = ANY (${unitIds}::uuid[]) AND a.starts_on <= ${day}::date
        AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date)) AS listed`;
}

/** Who answers for a unit is told of its list. */
async function tellOpened(tx: Db, id: string, { name, dueOn }: Pick<NewReviewValues, "name" | "dueOn">) {
  const answering = await tx.$queryRaw<{ userId: string; listId: string; unit: string; listed: number }[]>`
    SELECT DISTINCT one.user_id::text AS "userId", ru.id::text AS "listId", u.name AS unit, ru.listed
    FROM review_unit ru JOIN unit u ON u.id = ru.unit_id
    JOIN (${answeringSql(sql`true`)}) AS one ON one.unit_id = ru.unit_id WHERE ru.review_id = ${id}::uuid`;
  await notifyMany(
    tx,
    answering.map(({ userId, listId, unit, listed }) => ({
      userIds: [userId],
      kind: "review.waiting",
      subjectId: listId,
      phrase: words.notices.opened(name, unit, listed, showDay(dueOn)),
      path: pathOfList(listId),
    })),
  );
}

const aMinute = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * aMinute);

export interface Opening {
  id: string;
  name: string;
  done: number;
  total: number | null;
  step: string | undefined;
  /** Why it came to nothing; null: it waits or runs. */
  problem: string | null;
}

/** Reviews that this person is having opened; for a day those that failed, for a moment those they stopped. */
export async function listOpenings({ userId, language }: { userId: string; language: Language }) {
  const runs = await db.jobRun.findMany({
    where: {
      ...{ job: openReviewJob.name, actorId: userId },
      OR: [
        { state: { in: ["waiting", "running"] } },
        { state: "failed", endedAt: { gt: ago(24 * 60) } },
        { state: "cancelled", endedAt: { gt: ago(5) } },
      ],
    },
    orderBy: { createdAt: "desc" },
  });
  return runs.map((run): Opening => {
    const { id, done, total } = run;
    const problem = (run.problem as Phrase | null)?.[language] ?? null;
    const { name } = openReviewJob.payload.parse(run.payload);
    return { id, name, done, total, step: stepOf(run)?.[language], problem };
  });
}
