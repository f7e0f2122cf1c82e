/** What waits for somebody in the reviews that run: a list to mark, lists to confirm, units that are late. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { type Day, dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Language } from "~/platform/words";
import { within } from "~/units/index.server";
import { answeringSql, leadingSql } from "./choice.server";
import { pathOfList } from "./reviews.server";
import { words as reviewWords } from "./words";

const { sql } = Prisma;

export interface WaitingReview {
  label: string;
  to: string;
}

/** The soonest due first. */
export async function listWaitingReviews(actor: Actor, language: Language): Promise<WaitingReview[]> {
  const { waiting: words } = reviewWords[language];
  const [toMark, toConfirm, late] = await Promise.all([
    may(actor, "reviews.mark") ? listMine(actor, answeringSql, ["open", "returned"]) : [],
    may(actor, "reviews.confirm") ? listMine(actor, leadingSql, ["submitted"]) : [],
    may(actor, "reviews.open") ? listLate(actor) : [],
  ]);
  return [
    ...toMark.map(({ name, dueOn, listed, marked, to }) => ({
      label: words.mark(name, listed - marked, listed, dueIn(dueOn, words)),
      to,
    })),
    ...toConfirm.map(({ name, lists, to }) => ({ label: words.confirm(name, lists), to })),
    ...late.map(({ id, name, units }) => ({
      label: words.late(name, units),
      to: `/roster/reviews/${id}?state=late`,
    })),
  ];
}

function dueIn(dueOn: Day, words: (typeof reviewWords)["vi"]["waiting"]): string {
  const days = (dayToColumn(dueOn).getTime() - dayToColumn(today()).getTime()) / 86_400_000;
  return days < 0 ? words.lateBy(-days) : words.dueIn(days);
}

/** By review: the lists that are this person's own to answer for, or to confirm. */
async function listMine({ userId }: Actor, whose: (which: Prisma.Sql) => Prisma.Sql, states: string[]) {
  const rows = await db.$queryRaw<Mine[]>`
    SELECT r.id::text, r.name, r.due_on::text AS "dueOn", count(*)::int AS lists, min(ru.id::text) AS "listId",
      sum(ru.listed)::int AS listed, sum(ru.marked)::int AS marked
    FROM review_unit ru JOIN review r ON r.id = ru.review_id AND r.closed_at IS NULL
    WHERE ru.state = ANY (${states}) AND ru.unit_id IN (
      SELECT unit_id FROM (${whose(sql`g.user_id::text = ${userId}`)}) AS mine)
    GROUP BY r.id ORDER BY r.due_on, r.id`;
  return rows.map((row) => ({
    ...row,
    to: row.lists === 1 ? pathOfList(row.listId) : `/roster/reviews/${row.id}`,
  }));
}

interface Mine {
  id: string;
  name: string;
  dueOn: Day;
  lists: number;
  listId: string;
  listed: number;
  marked: number;
}

/** Reviews of the actor's own whose last day is past, with how many units have not handed in. */
async function listLate(actor: Actor) {
  const reviews = await db.review.findMany({
    where: { closedAt: null, dueOn: { lt: dayToColumn(today()) }, ...within(actor) },
    select: {
      id: true,
      name: true,
      _count: { select: { units: { where: { state: { in: ["open", "returned"] } } } } },
    },
    orderBy: { dueOn: "asc" },
  });
  return reviews.flatMap(({ id, name, _count: { units } }) => (units > 0 ? [{ id, name, units }] : []));
}
