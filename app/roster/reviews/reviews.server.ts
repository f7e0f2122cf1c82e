/** Reviews in the database: listing and finding them; editing, closing one. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { type Day, dayFromColumn, dayOf, dayToColumn, showDay } from "~/platform/clock";
import { ask, type Db, db, transaction } from "~/platform/db.server";
import { Prisma, type Review } from "~/platform/prisma/client";
import { within, withinSql } from "~/units/index.server";
import type { ReviewValues } from "./review";

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

export function factsOf({ name, dueOn, note }: ReviewValues): Facts {
  return { reviewName: name, dueOn: showDay(dueOn), reviewNote: note };
}
