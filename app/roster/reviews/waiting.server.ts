/** What waits for somebody in the reviews that run: a list to mark, lists to confirm, units that are late. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { type Day, dayToColumn, today } from "~/platform/clock";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Language } from "~/platform/words";
import { withinSql } from "~/units/index.server";
import { answeringSql, leadingSql } from "./choice.server";
import { pathOfList } from "./reviews.server";
import { words as reviewWords } from "./words";

const { sql, join } = Prisma;

export interface WaitingReview {
  label: string;
  to: string;
}

/** The soonest due first; all in one statement, because mostly there is nothing. */
export async function listWaitingReviews(actor: Actor, language: Language): Promise<WaitingReview[]> {
  const { waiting: words } = reviewWords[language];
  const open = [
    ...(may(actor, "reviews.mark") ? [mine(actor, "mark", answeringSql, ["open", "returned"])] : []),
    ...(may(actor, "reviews.confirm") ? [mine(actor, "confirm", leadingSql, ["submitted"])] : []),
    ...(may(actor, "reviews.open") ? [late(actor)] : []),
  ];
  if (open.length === 0) return [];
  const rows = await ask<Waiting>(sql`
    SELECT * FROM (${join(open, " UNION ALL ")}) AS waiting
    ORDER BY array_position(ARRAY['mark', 'confirm', 'late'], what), "dueOn", id`);
  return rows.map((row) => {
    const { id, name, dueOn, what, lists, listed, marked } = row;
    if (what === "late") return { label: words.late(name, lists), to: `/roster/reviews/${id}?state=late` };
    const label =
      what === "mark"
        ? words.mark(name, listed - marked, listed, dueIn(dueOn, words))
        : words.confirm(name, lists);
    return { label, to: lists === 1 ? pathOfList(row.listId) : `/roster/reviews/${id}` };
  });
}

interface Waiting {
  id: string;
  name: string;
  dueOn: Day;
  what: "mark" | "confirm" | "late";
  lists: number;
  listId: string;
  listed: number;
  marked: number;
}

function dueIn(dueOn: Day, words: (typeof reviewWords)["vi"]["waiting"]): string {
  const days = (dayToColumn(dueOn).getTime() - dayToColumn(today()).getTime()) / 86_400_000;
  return days < 0 ? words.lateBy(-days) : words.dueIn(days);
}

/** By review: the lists that are this person's own to answer for, or to confirm. */
function mine(
  { userId }: Actor,
  what: Waiting["what"],
  whose: (which: Prisma.Sql) => Prisma.Sql,
  states: string[],
): Prisma.Sql {
  return byReview(
    what,
    sql`ru.state = ANY (${states}) AND ru.unit_id IN (
      SELECT unit_id FROM (${whose(sql`g.user_id = ${userId}::uuid`)}) AS mine)`,
  );
}

/** Reviews of the actor's own whose last day is past, with how many units have not handed in. */
function late(actor: Actor): Prisma.Sql {
  return byReview(
    "late",
    sql`ru.state IN ('open', 'returned') AND r.due_on < ${today()}::date AND ${withinSql(actor, sql`r.unit_id`)}`,
  );
}

function byReview(what: Waiting["what"], which: Prisma.Sql): Prisma.Sql {
  return sql`
    SELECT r.id::text, r.name, r.due_on::text AS "dueOn", ${what} AS what, count(*)::int AS lists,
      min(ru.id::text) AS "listId", sum(ru.listed)::int AS listed, sum(ru.marked)::int AS marked
    FROM review_unit ru JOIN review r ON r.id = ru.review_id AND r.closed_at IS NULL
    WHERE ${which} GROUP BY r.id`;
}
