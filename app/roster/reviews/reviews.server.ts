/** Reviews in the database: listing and finding them; opening, editing, closing one. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { type Day, dayFromColumn, dayOf, dayToColumn, showDay, today } from "~/platform/clock";
import { ask, type Db, db, transaction } from "~/platform/db.server";
import { notifyMany } from "~/platform/notices.server";
import { Prisma, type Review } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { within, withinSql, withinUnits } from "~/units/index.server";
import { answeringSql, homeOf, listedSql } from "./choice.server";
import type { NewReviewValues, ReviewValues } from "./review";
import { words } from "./words";

const { sql } = Prisma;

export interface ListedReview {
  id: string;
  name: string;
  dueOn: Day;
  isClosed: boolean;
  /** Within the actor's reach. */
  units: number;
  confirmed: number;
  listed: number;
  marked: number;
}

const mostReviews = 200;

/** Those that run first, then the newest. */
export function listReviews(actor: Actor): Promise<ListedReview[]> {
  return db.$queryRaw<ListedReview[]>`
    SELECT r.id::text, r.name, r.due_on::text AS "dueOn", r.closed_at IS NOT NULL AS "isClosed",
      seen.units, seen.confirmed, seen.listed, seen.marked
    FROM review r, LATERAL (
      SELECT count(*)::int AS units, count(*) FILTER (WHERE u.state = 'confirmed')::int AS confirmed,
        coalesce(sum(u.listed), 0)::int AS listed, coalesce(sum(u.marked), 0)::int AS marked
      FROM review_unit u WHERE u.review_id = r.id AND ${withinSql(actor, sql`u.unit_id`)}
    ) AS seen
    WHERE seen.units > 0 OR ${withinSql(actor, sql`r.unit_id`)}
    ORDER BY r.closed_at IS NOT NULL, r.created_at DESC LIMIT ${mostReviews}`;
}

export interface ReviewRecord {
  id: string;
  name: string;
  note: string | null;
  unitId: string;
  openedOn: Day;
  dueOn: Day;
  closedOn: Day | null;
  /** Whether the actor may edit, remind and close. */
  isOurs: boolean;
}

/** Null: neither the review nor a list of it lies within the actor's units. */
export async function findReview(actor: Actor, id: string): Promise<ReviewRecord | null> {
  const isInReach = withinSql(actor, sql`r.unit_id`);
  const [review] = await ask<Omit<ReviewRecord, "isOurs" | "closedOn"> & FoundReview>(sql`
    SELECT r.id::text, r.name, r.note, r.unit_id::text AS "unitId", r.opened_on::text AS "openedOn",
      r.due_on::text AS "dueOn", r.closed_at AS "closedAt", ${isInReach} AS "isInReach"
    FROM review r WHERE r.id = ${id}::uuid AND (${isInReach}
      OR EXISTS (SELECT FROM review_unit ru WHERE ru.review_id = r.id AND ${withinSql(actor, sql`ru.unit_id`)}))`);
  if (!review) return null;
  const { closedAt, isInReach: mayBeOurs, ...facts } = review;
  return { ...facts, closedOn: closedAt && dayOf(closedAt), isOurs: mayBeOurs && may(actor, "reviews.open") };
}

interface FoundReview {
  closedAt: Date | null;
  isInReach: boolean;
}

/** The same for its own officers only. */
export async function findOwnReview(actor: Actor, id: string): Promise<ReviewRecord | null> {
  const review = await findReview(actor, id);
  return review?.isOurs ? review : null;
}

function recordOf({ id, name, note, unitId, openedOn, dueOn, closedAt }: Review) {
  const days = { openedOn: dayFromColumn(openedOn), dueOn: dayFromColumn(dueOn) };
  return { id, name, note, unitId, ...days, closedOn: closedAt && dayOf(closedAt) };
}

/**
 * Opens a review: a list for each unit with everybody who is active there today, and a notice for who answers for it.
 * Sent twice it is opened once. Refusals: a unit outside the reach ("unitIds"); nobody is active there ("unitIds").
 */
export function openReview(actor: Actor, { id, unitIds, kinds, ...facts }: NewReviewValues): Promise<number> {
  return transaction(
    undefined,
    async (tx) => {
      const reachable = await tx.unit.count({ where: { id: { in: unitIds }, ...withinUnits(actor) } });
      if (reachable < new Set(unitIds).size) throw new Refusal(words.errors.unitUnknown, "unitIds");
      const [day, unitId] = [today(), await homeOf(tx, actor)];
      const { count: isNew } = await tx.review.createMany({
        data: {
          ...{ id, name: facts.name, note: facts.note, unitId, createdBy: actor.userId },
          ...{ dueOn: dayToColumn(facts.dueOn), openedOn: dayToColumn(day) },
        },
        skipDuplicates: true,
      });
      if (!isNew) return tx.reviewUnit.count({ where: { reviewId: id } });
      const listed = listedSql(actor, { unitIds, kinds }, day);
      const units = await tx.$executeRaw`
        INSERT INTO review_unit (id, review_id, unit_id)
        SELECT gen_random_uuid(), ${id}::uuid, unit_id FROM (SELECT DISTINCT unit_id FROM (${listed}) AS one) AS asked`;
      if (units === 0) throw new Refusal(words.errors.noUnits, "unitIds");
      const people = await tx.$executeRaw`
        INSERT INTO review_entry (id, review_id, unit_id, speaker_id)
        SELECT gen_random_uuid(), ${id}::uuid, unit_id, speaker_id FROM (${listed}) AS listed`;
      await audit(tx, actor, "review.opened", {
        ...{ kind: "review", id, title: facts.name, unitId },
        after: { ...factsOf(facts), units, people },
      });
      await tellOpened(tx, id, facts);
      return units;
    },
    { timeout: 10 * 60_000 },
  );
}

/** Who answers for a unit is told of its list. */
async function tellOpened(tx: Db, id: string, { name, dueOn }: Pick<ReviewValues, "name" | "dueOn">) {
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

/** A unit's list in a review. */
export function pathOfList(listId: string): string {
  return `/roster/reviews/lists/${listId}`;
}

/** False: not in the actor's units. The deadline moves for everybody. */
export function updateReview(actor: Actor, id: string, values: ReviewValues): Promise<boolean> {
  return change(actor, id, async (tx, review) => {
    await tx.review.update({ where: { id }, data: { ...values, dueOn: dayToColumn(values.dueOn) } });
    return { action: "review.updated", before: factsOf(review), after: factsOf(values) };
  });
}

/** Nothing is marked or handed in any more; what is confirmed is the result. */
export function closeReview(actor: Actor, id: string): Promise<boolean> {
  return change(actor, id, async (tx) => {
    await tx.review.updateMany({ where: { id, closedAt: null }, data: { closedAt: new Date() } });
    await tx.$executeRaw`
      DELETE FROM notice USING review_unit ru
      WHERE notice.kind = 'review.waiting' AND notice.subject_id = ru.id::text AND ru.review_id = ${id}::uuid`;
    return { action: "review.closed" };
  });
}

export function reopenReview(actor: Actor, id: string): Promise<boolean> {
  return change(actor, id, async (tx) => {
    await tx.review.update({ where: { id }, data: { closedAt: null } });
    return { action: "review.reopened" };
  });
}

type Told = { action: string; before?: Facts; after?: Facts };

function change(
  actor: Actor,
  id: string,
  work: (tx: Db, review: ReturnType<typeof recordOf>) => Promise<Told>,
): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM review WHERE id = ${id}::uuid FOR UPDATE`;
    const review = await tx.review.findFirst({ where: { id, ...within(actor) } });
    if (!review) return false;
    const { action, ...facts } = await work(tx, recordOf(review));
    const { name, unitId } = await tx.review.findUniqueOrThrow({ where: { id } });
    await audit(tx, actor, action, { kind: "review", id, title: name, unitId, ...facts });
    return true;
  });
}

function factsOf({ name, dueOn, note }: ReviewValues): Facts {
  return { reviewName: name, dueOn: showDay(dueOn), reviewNote: note };
}
