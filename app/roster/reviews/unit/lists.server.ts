/** A unit's list in a review: finding it with what the actor may do there, and the steps from hand to hand. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import type { Day } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { notify, withdrawNotices } from "~/platform/notices.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import type { Phrase } from "~/platform/words";
import { answeringSql, leadingSql } from "~/roster/reviews/choice.server";
import { isMarkable, type Step, stateAfter, type UnitState } from "~/roster/reviews/review-state";
import { pathOfList } from "~/roster/reviews/reviews.server";
import { words } from "~/roster/reviews/words";
import { within, withinSql } from "~/units/index.server";

const { sql } = Prisma;

export interface ReviewList {
  id: string;
  reviewId: string;
  reviewName: string;
  reviewNote: string | null;
  openedOn: Day;
  dueOn: Day;
  isClosed: boolean;
  unitId: string;
  unitName: string;
  state: UnitState;
  listed: number;
  marked: number;
  returnNote: string | null;
  submittedBy: string | null;
  confirmedBy: string | null;
  /** Whether the actor may confirm it: its own leader, or the department's where it has none. */
  isLed: boolean;
}

/** Null outside the actor's units. */
export async function findList(actor: Actor, id: string, tx: Db = db): Promise<ReviewList | null> {
  const [list] = await tx.$queryRaw<(Omit<ReviewList, "isClosed"> & { closedAt: Date | null })[]>`
    SELECT ru.id::text, ru.review_id::text AS "reviewId", r.name AS "reviewName", r.note AS "reviewNote",
      r.opened_on::text AS "openedOn", r.due_on::text AS "dueOn", r.closed_at AS "closedAt",
      ru.unit_id::text AS "unitId", u.name AS "unitName", ru.state, ru.listed, ru.marked,
      ru.return_note AS "returnNote", submitter.name AS "submittedBy", confirmer.name AS "confirmedBy",
      ${isLedSql(actor)} AS "isLed"
    FROM review_unit ru JOIN review r ON r.id = ru.review_id JOIN unit u ON u.id = ru.unit_id
    LEFT JOIN "user" submitter ON submitter.id::text = ru.submitted_by
    LEFT JOIN "user" confirmer ON confirmer.id::text = ru.confirmed_by
    WHERE ru.id = ${id}::uuid AND ${withinSql(actor, sql`ru.unit_id`)}`;
  if (!list) return null;
  const { closedAt, ...rest } = list;
  return { ...rest, isClosed: closedAt !== null };
}

/** On `ru`: the actor is among the unit's leaders, or it has none and the actor confirms for the department. */
function isLedSql({ userId, grants }: Actor): Prisma.Sql {
  const leaders = leadingSql(sql`s.unit_id = ru.unit_id`);
  const isDepartment = grants.some(
    ({ role }) => role === "department_leader" || role === "system_administrator",
  );
  const among = sql`EXISTS (SELECT FROM (${leaders}) AS led WHERE user_id::text = ${userId})`;
  return isDepartment ? sql`(${among} OR NOT EXISTS (${leaders}))` : among;
}

/** What the actor may do with the list as it stands. */
export function stepsOf(
  actor: Actor,
  { state, isClosed, isLed, listed, marked }: ReviewList,
  isOurs: boolean,
) {
  const open = !isClosed;
  return {
    mark: open && may(actor, "reviews.mark") && isMarkable(state),
    submit: open && may(actor, "reviews.mark") && isMarkable(state),
    left: listed - marked,
    confirm: open && may(actor, "reviews.confirm") && isLed && state === "submitted",
    reopen: open && isOurs && stateAfter(state, "reopen") !== null,
  };
}

/** Hands the list in. False: not in the actor's units. Refusals: closed; handed in already; somebody is not marked. */
export function submitList(actor: Actor, id: string): Promise<boolean> {
  return take(actor, id, "submit", async (tx, list) => {
    const left = list.listed - list.marked;
    if (left > 0) throw new Refusal(words.errors.unmarked(left));
    await tx.reviewUnit.update({
      where: { id },
      data: { submittedBy: actor.userId, submittedAt: new Date(), returnNote: null },
    });
    await tell(tx, list, leadingSql, words.notices.submitted(list.reviewName, list.unitName));
    return { action: "review.submitted", after: { people: list.listed } };
  });
}

/** The leader agrees. Refusals: not handed in; the unit has a leader of its own. */
export function confirmList(actor: Actor, id: string): Promise<boolean> {
  return take(actor, id, "confirm", async (tx, list) => {
    if (!list.isLed) throw new Refusal(words.errors.ownLeader);
    await tx.reviewUnit.update({
      where: { id },
      data: { confirmedBy: actor.userId, confirmedAt: new Date() },
    });
    return { action: "review.confirmed", after: { people: list.listed } };
  });
}

/** The leader gives it back and says why. */
export function returnList(actor: Actor, id: string, note: string): Promise<boolean> {
  return take(actor, id, "return", async (tx, list) => {
    if (!list.isLed) throw new Refusal(words.errors.ownLeader);
    return giveBack(tx, list, note, "review.returned");
  });
}

/** The department opens it once more, whoever had confirmed it. */
export function reopenList(actor: Actor, id: string, note: string): Promise<boolean> {
  return take(actor, id, "reopen", (tx, list) => giveBack(tx, list, note, "review.unit_reopened"));
}

async function giveBack(tx: Db, list: ReviewList, returnNote: string, action: string) {
  await tx.reviewUnit.update({
    where: { id: list.id },
    data: { returnNote, confirmedBy: null, confirmedAt: null, submittedAt: null, submittedBy: null },
  });
  await tell(tx, list, answeringSql, words.notices.returned(list.reviewName, list.unitName));
  return { action, after: { returnNote } };
}

type Told = { action: string; after: Record<string, string | number> };

function take(
  actor: Actor,
  id: string,
  step: Step,
  work: (tx: Db, list: ReviewList) => Promise<Told>,
): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const list = await lockList(tx, actor, id);
    if (!list) return false;
    const state = stateAfter(list.state, step);
    if (!state) throw new Refusal(words.errors.stepNotNow);
    await withdrawNotices(tx, "review.waiting", id);
    const { action, after } = await work(tx, list);
    await tx.reviewUnit.update({ where: { id }, data: { state } });
    await audit(tx, actor, action, { ...aboutList(list), after });
    return true;
  });
}

/** One at a time on a list: no mark slips in while it is handed in. Null outside the reach. Refusal: the review is closed. */
export async function lockList(tx: Db, actor: Actor, id: string): Promise<ReviewList | null> {
  await tx.$queryRaw`SELECT 1 FROM review_unit WHERE id = ${id}::uuid FOR UPDATE`;
  const list = await findList(actor, id, tx);
  if (list?.isClosed) throw new Refusal(words.errors.isClosed);
  return list;
}

export function aboutList({ id, reviewName, unitName, unitId }: ReviewList) {
  return { kind: "review_list", id, title: `${reviewName}: ${unitName}`, unitId };
}

async function tell(tx: Db, list: ReviewList, whom: (which: Prisma.Sql) => Prisma.Sql, phrase: Phrase) {
  const users = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT user_id::text AS id FROM (${whom(sql`s.unit_id = ${list.unitId}::uuid`)}) AS told`;
  await notify(tx, {
    userIds: users.map(({ id }) => id),
    ...{ kind: "review.waiting", subjectId: list.id, phrase, path: pathOfList(list.id) },
  });
}

/** The one list of the review within the actor's units, if it is only one. */
export async function findOnlyList(actor: Actor, reviewId: string): Promise<string | null> {
  const lists = await db.reviewUnit.findMany({
    where: { reviewId, ...within(actor) },
    select: { id: true },
    take: 2,
  });
  return lists.length === 1 ? (lists[0]?.id ?? null) : null;
}
