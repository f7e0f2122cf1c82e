/** What the page of a unit's list begins with. */
import { randomUUID } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { isLate } from "~/roster/reviews/review-state";
import { findReview } from "~/roster/reviews/reviews.server";
import { type EntryQuery, entriesPageSize, listEntries } from "./entries.server";
import { findOnlyList, type ReviewList, stepsOf } from "./lists.server";

/** Of those not marked yet, named where the list is handed in. */
const mostNamed = 8;

export async function openListPage(actor: Actor, list: ReviewList, query: EntryQuery) {
  const on = { reviewId: list.reviewId, unitId: list.unitId };
  const [{ entries, total }, review, only, unmarked, changed] = await Promise.all([
    listEntries(actor, list, query),
    findReview(actor, list.reviewId),
    findOnlyList(actor, list.reviewId),
    db.reviewEntry.findMany({
      where: { ...on, verdict: null },
      select: { speaker: { select: { fullName: true } } },
      orderBy: { speaker: { sortKey: "asc" } },
      take: mostNamed,
    }),
    db.reviewEntry.count({
      where: { ...on, AND: [{ verdict: { not: null } }, { verdict: { not: "keep" } }] },
    }),
  ]);
  return {
    ...{ list, entries, total, query, changed, pageSize: entriesPageSize },
    steps: stepsOf(actor, list, review?.isOurs ?? false),
    names: unmarked.flatMap(({ speaker }) => speaker?.fullName ?? []),
    isLate: !list.isClosed && isLate(list.state, list.dueOn, today()),
    /** Whether there is no page of the whole review to go back to. */
    isOnly: only === list.id,
    newId: randomUUID(),
  };
}
