/** How far the units of a review have come: the list, its counts, and whoever may still be reminded. */
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import { withinSql } from "~/units/index.server";
import { answeringSql, isAnsweredSql } from "./choice.server";
import { type ProgressQuery, pageSize } from "./progress-query";
import type { UnitState } from "./review-state";
import type { ReviewRecord } from "./reviews.server";

const { sql, join, raw, empty } = Prisma;

export interface ListedUnit {
  listId: string;
  name: string;
  path: string | null;
  state: UnitState;
  listed: number;
  marked: number;
  isAnswered: boolean;
  /** ISO moments. */
  submittedAt: string | null;
  remindedAt: string | null;
}

type Asked = Pick<ReviewRecord, "id" | "dueOn">;

export interface Progress {
  /** Those of the page. */
  units: ListedUnit[];
  /** How many match. */
  total: number;
  /** Of the whole review within the actor's units, whatever the list is filtered by. */
  figures: ProgressFigures;
  /** Null where this person reminds nobody. */
  remindable: Remindable | null;
}

/** Within the actor's units: one statement, which goes through the review once for everything that is counted. */
export async function readProgress(
  actor: Actor,
  review: Asked & Pick<ReviewRecord, "isOurs" | "closedOn">,
  query: ProgressQuery,
): Promise<Progress> {
  const mayRemind = review.isOurs && !review.closedOn;
  const left = sql`${mayRemind} AND ${notHandedIn}`;
  const within = withinReview(actor, review);
  const matches = conditionsOf(review, query);
  const place = sql`LIMIT ${raw(String(pageSize))} OFFSET ${(query.page - 1) * pageSize}`;
  const [row] = await ask<ProgressFigures & { units_listed: ListedUnit[]; total: number } & Remindable>(sql`
    SELECT counted.*, (SELECT coalesce(json_agg(page), '[]') FROM (
      ${unitsSql(sql`${within} AND ${matches}`, query, place)}) AS page) AS units_listed
    FROM (
      SELECT ${figuresOf(review)}, ${countedWhere(matches)} AS total,
        ${countedWhere(sql`${matches} AND ${left} AND ${notToday} AND ${isAnswered}`)} AS now,
        ${countedWhere(sql`${matches} AND ${left} AND NOT ${isAnswered}`)} AS silent
      FROM review_unit ru ${query.q ? sql`JOIN unit u ON u.id = ru.unit_id` : empty} WHERE ${within}
    ) AS counted`);
  if (!row) throw new Error("A count has one row.");
  const { units_listed: units, total, now, silent, ...figures } = row;
  return { units, total, figures, remindable: mayRemind ? { now, silent } : null };
}

/** Whether one of the actor's units is late with it. */
export async function isLateWith(actor: Actor, review: Asked): Promise<boolean> {
  if (today() <= review.dueOn) return false;
  const [row] = await ask<{ late: boolean }>(sql`SELECT EXISTS (
    SELECT FROM review_unit ru WHERE ${withinReview(actor, review)} AND ${notHandedIn}) AS late`);
  return row?.late ?? false;
}

/** All of them, for the sheet: there are never more than a few thousand. */
export function listProgressInFull(actor: Actor, review: Asked, query: ProgressQuery): Promise<ListedUnit[]> {
  return ask(unitsSql(sql`${withinReview(actor, review)} AND ${conditionsOf(review, query)}`, query, empty));
}

const moment = (column: Prisma.Sql) =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

function unitsSql(where: Prisma.Sql, { sort }: ProgressQuery, limit: Prisma.Sql): Prisma.Sql {
  return sql`
    SELECT ru.id::text AS "listId", u.name, above.name AS path, ru.state, ru.listed, ru.marked,
      ${isAnsweredSql(sql`ru.unit_id`)} AS "isAnswered",
      ${moment(sql`ru.submitted_at`)} AS "submittedAt", ${moment(sql`ru.reminded_at`)} AS "remindedAt"
    FROM (SELECT ru.*, row_number() OVER () AS place FROM (
      SELECT ru.* FROM review_unit ru JOIN unit u ON u.id = ru.unit_id WHERE ${where} ORDER BY ${orders[sort]} ${limit}
    ) AS ru) AS ru
    JOIN unit u ON u.id = ru.unit_id LEFT JOIN unit above ON above.id = u.parent_id ORDER BY ru.place`;
}

const byName = sql`u.sort_key, ru.unit_id`;
const percent = sql`ru.marked::float / greatest(ru.listed, 1)`;
const orders = {
  unit: byName,
  "-unit": sql`u.sort_key DESC, ru.unit_id DESC`,
  percent: sql`${percent}, ${byName}`,
  "-percent": sql`${percent} DESC, ${byName}`,
  left: sql`ru.listed - ru.marked, ${byName}`,
  "-left": sql`ru.listed - ru.marked DESC, ${byName}`,
  submitted: sql`ru.submitted_at NULLS LAST, ${byName}`,
  "-submitted": sql`ru.submitted_at DESC NULLS LAST, ${byName}`,
};

/** On `ru`. */
function withinReview(actor: Actor, { id }: Asked): Prisma.Sql {
  return sql`ru.review_id = ${id}::uuid AND ${withinSql(actor, sql`ru.unit_id`)}`;
}

/** On `ru`, and on `u` where a name is asked for. */
function conditionsOf({ dueOn }: Asked, { q, state }: ProgressQuery): Prisma.Sql {
  const name = fold(q).replace(/[\\%_]/g, "\\$&");
  return join(
    [
      sql`true`,
      ...(name ? [sql`u.search_name LIKE ${`%${name}%`}`] : []),
      ...(state ? [inState(state, dueOn)] : []),
    ],
    " AND ",
  );
}

const notHandedIn = sql`ru.state IN ('open', 'returned')`;

function inState(state: NonNullable<ProgressQuery["state"]>, dueOn: string): Prisma.Sql {
  if (state === "late") return sql`${notHandedIn} AND ${today() > dueOn}`;
  if (state === "not_started") return sql`ru.state = 'open' AND ru.marked = 0`;
  if (state === "in_progress") return sql`ru.state = 'open' AND ru.marked > 0`;
  return sql`ru.state = ${state}`;
}

export interface ProgressFigures {
  units: number;
  not_started: number;
  in_progress: number;
  returned: number;
  submitted: number;
  confirmed: number;
  late: number;
  listed: number;
  marked: number;
}

function figuresOf({ dueOn }: Asked): Prisma.Sql {
  return sql`count(*)::int AS units, ${countedWhere(inState("not_started", dueOn))} AS not_started,
    ${countedWhere(inState("in_progress", dueOn))} AS in_progress, ${countedWhere(sql`ru.state = 'returned'`)} AS returned,
    ${countedWhere(sql`ru.state = 'submitted'`)} AS submitted, ${countedWhere(sql`ru.state = 'confirmed'`)} AS confirmed,
    ${countedWhere(inState("late", dueOn))} AS late,
    coalesce(sum(ru.listed), 0)::int AS listed, coalesce(sum(ru.marked), 0)::int AS marked`;
}

function countedWhere(which: Prisma.Sql): Prisma.Sql {
  return sql`count(*) FILTER (WHERE ${which})::int`;
}

/** Units that match and have not handed in: those that can be reminded now, not having been reminded today, and those with nobody to remind. */
export interface Remindable {
  now: number;
  silent: number;
}

/** For very many units at once: who answers is gathered once. */
const isAnswered = sql`(ru.unit_id IN (SELECT unit_id FROM (${answeringSql(sql`true`)}) AS answering)) IS TRUE`;

/** Whom a reminder reaches: those that `remindable.now` counts. */
export function remindableSql(actor: Actor, review: Asked, query: ProgressQuery): Prisma.Sql {
  return sql`${withinReview(actor, review)} AND ${conditionsOf(review, query)} AND ${notHandedIn} AND ${notToday} AND ${isAnsweredSql(sql`ru.unit_id`)}`;
}

/** Once a day is enough; the day is that of Viet Nam. */
const notToday = sql`(ru.reminded_at IS NULL
  OR (ru.reminded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)`;
