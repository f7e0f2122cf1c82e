/** How far the units of a review have come: the list, its counts, and whoever may still be reminded. */
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import { withinSql } from "~/units/index.server";
import { answeringSql, isAnsweredSql } from "./choice.server";
import { type ProgressQuery, pageSize } from "./progress-query";
import type { UnitState } from "./review-state";
import type { ReviewRecord } from "./reviews.server";

const { sql, join } = Prisma;

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

/** Within the actor's units; those of the page, and how many match. */
export async function listProgress(actor: Actor, review: Asked, query: ProgressQuery) {
  const where = conditionsOf(actor, review, query);
  const [units, [counted]] = await Promise.all([
    readUnits(where, query, sql`LIMIT ${pageSize} OFFSET ${(query.page - 1) * pageSize}`),
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM review_unit ru JOIN unit u ON u.id = ru.unit_id WHERE ${where}`,
  ]);
  return { units, total: counted?.total ?? 0 };
}

/** All of them, for the sheet: there are never more than a few thousand. */
export function listProgressInFull(actor: Actor, review: Asked, query: ProgressQuery): Promise<ListedUnit[]> {
  return readUnits(conditionsOf(actor, review, query), query, Prisma.empty);
}

const moment = (column: Prisma.Sql) =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

function readUnits(where: Prisma.Sql, { sort }: ProgressQuery, limit: Prisma.Sql): Promise<ListedUnit[]> {
  return db.$queryRaw<ListedUnit[]>`
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

/** On `ru` and `u`. */
function conditionsOf(actor: Actor, { id, dueOn }: Asked, { q, state }: ProgressQuery): Prisma.Sql {
  const name = fold(q).replace(/[\\%_]/g, "\\$&");
  return join(
    [
      sql`ru.review_id = ${id}::uuid AND ${withinSql(actor, sql`ru.unit_id`)}`,
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

/** Of the whole review within the actor's units, whatever the list is filtered by. */
export async function countProgress(actor: Actor, { id, dueOn }: Asked): Promise<ProgressFigures> {
  const of = (which: Prisma.Sql) => sql`count(*) FILTER (WHERE ${which})::int`;
  const [figures] = await db.$queryRaw<ProgressFigures[]>`
    SELECT count(*)::int AS units, ${of(inState("not_started", dueOn))} AS not_started,
      ${of(inState("in_progress", dueOn))} AS in_progress, ${of(sql`ru.state = 'returned'`)} AS returned,
      ${of(sql`ru.state = 'submitted'`)} AS submitted, ${of(sql`ru.state = 'confirmed'`)} AS confirmed,
      ${of(inState("late", dueOn))} AS late,
      coalesce(sum(ru.listed), 0)::int AS listed, coalesce(sum(ru.marked), 0)::int AS marked
    FROM review_unit ru WHERE ru.review_id = ${id}::uuid AND ${withinSql(actor, sql`ru.unit_id`)}`;
  if (!figures) throw new Error("A count has one row.");
  return figures;
}

/**
 * Units that match and have not handed in: those that can be reminded now, not having been reminded today, and those
 * with nobody to remind.
 */
export async function countRemindable(actor: Actor, review: Asked, query: ProgressQuery) {
  const where = conditionsOf(actor, review, query);
  const [counted] = await db.$queryRaw<{ now: number; silent: number }[]>`
    SELECT count(*) FILTER (WHERE answered AND ${notToday})::int AS now, count(*) FILTER (WHERE NOT answered)::int AS silent
    FROM (SELECT ru.*, ru.unit_id IN (SELECT unit_id FROM (${answeringSql(sql`true`)}) AS answering) AS answered
      FROM review_unit ru JOIN unit u ON u.id = ru.unit_id WHERE ${where} AND ${notHandedIn}) AS ru`;
  return counted ?? { now: 0, silent: 0 };
}

/** Whom a reminder reaches: the same condition as `countRemindable`. */
export function remindableSql(actor: Actor, review: Asked, query: ProgressQuery): Prisma.Sql {
  return sql`${conditionsOf(actor, review, query)} AND ${notHandedIn} AND ${notToday} AND ${isAnsweredSql(sql`ru.unit_id`)}`;
}

/** Once a day is enough; the day is that of Viet Nam. */
const notToday = sql`(ru.reminded_at IS NULL
  OR (ru.reminded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)`;
