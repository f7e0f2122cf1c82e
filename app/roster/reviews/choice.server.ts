/** Which units a review would ask, who stands on their lists, and which of them have nobody to answer. */
import type { Actor } from "~/platform/actor";
import { type Day, today } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { unitKinds } from "~/units";
import { underSql, withinSql, withinUnits } from "~/units/index.server";
import type { UnitChoice } from "./review";

const { sql } = Prisma;

export interface ChosenUnits {
  units: number;
  people: number;
  /** Units without an officer of their own, by name, the first twenty of them. */
  unanswered: { total: number; names: string[] };
}

const mostNamed = 20;

/** What the review would come to if it were opened today; nothing is kept. */
export async function previewChoice(actor: Actor, choice: UnitChoice): Promise<ChosenUnits> {
  const [counted] = await db.$queryRaw<
    (Omit<ChosenUnits, "unanswered"> & { total: number; names: string[] })[]
  >`
    WITH listed AS (${listedSql(actor, choice, today())}),
      asked AS (SELECT DISTINCT unit_id FROM listed),
      silent AS (SELECT asked.unit_id FROM asked WHERE NOT ${isAnsweredSql(sql`asked.unit_id`)})
    SELECT (SELECT count(*)::int FROM asked) AS units, (SELECT count(DISTINCT speaker_id)::int FROM listed) AS people,
      (SELECT count(*)::int FROM silent) AS total,
      ARRAY(SELECT u.name FROM silent JOIN unit u ON u.id = silent.unit_id ORDER BY u.sort_key, u.id LIMIT ${mostNamed}) AS names`;
  const { units = 0, people = 0, total = 0, names = [] } = counted ?? {};
  return { units, people, unanswered: { total, names } };
}

/** What the form of a new review begins with: the whole reach, and the kinds of units that stand in it. */
export async function openNewReview(actor: Actor) {
  const [home, kinds] = await Promise.all([
    homeOf(db, actor),
    db.unit.findMany({
      where: { closedOn: null, ...withinUnits(actor) },
      distinct: ["kind"],
      select: { kind: true },
    }),
  ]);
  const units = await db.unit.findMany({ where: { id: home }, select: { id: true, name: true } });
  const there = new Set(kinds.map(({ kind }) => kind));
  return { units, kinds: unitKinds.filter((kind) => there.has(kind)) };
}

/** Each unit and person once: who is active there on the day, in whatever network. */
export function listedSql(actor: Actor, choice: UnitChoice, day: Day): Prisma.Sql {
  return sql`SELECT DISTINCT unit_id, speaker_id FROM (${heldSql(actor, choice, day)}) AS held`;
}

/** Whether more appointments than so many are asked about; it stops counting there. */
export function isManySql(actor: Actor, choice: UnitChoice, day: Day, most: number): Prisma.Sql {
  return sql`(SELECT count(*) > ${most} FROM (${heldSql(actor, choice, day)} LIMIT ${most + 1}) AS held)`;
}

function heldSql(actor: Actor, { unitIds, kinds }: UnitChoice, day: Day): Prisma.Sql {
  return sql`
    SELECT a.unit_id, a.speaker_id FROM appointment a JOIN unit u ON u.id = a.unit_id
    WHERE a.starts_on <= ${day}::date AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date)
      AND (u.closed_on IS NULL OR u.closed_on >= ${day}::date)
      AND ${underSql(unitIds, sql`a.unit_id`)} AND ${withinSql(actor, sql`a.unit_id`)}
      ${kinds.length > 0 ? sql`AND u.kind = ANY (${kinds})` : Prisma.empty}`;
}

/** Somebody signs in for the unit who may mark its list: its own officer, or the department's where the list is its own. */
export function isAnsweredSql(unitId: Prisma.Sql): Prisma.Sql {
  return sql`EXISTS (SELECT FROM (${answeringSql(sql`s.unit_id = ${unitId}`)}) AS answering)`;
}

/** Users who answer for units, `user_id` and `unit_id`. `which`: on `s`, the scope that leads from a unit to its grants. */
export function answeringSql(which: Prisma.Sql): Prisma.Sql {
  return sql`SELECT g.user_id, s.unit_id FROM unit_scope s JOIN role_grant g ON g.unit_id = s.ancestor_id
    JOIN "user" one ON one.id = g.user_id AND one.disabled_at IS NULL
    WHERE ${which} AND (g.role = 'commune_officer' OR (g.role = 'department_officer' AND s.depth = 0))`;
}

/** Leaders of the unit itself or of what it stands under below the department. */
export function leadingSql(which: Prisma.Sql): Prisma.Sql {
  return sql`SELECT g.user_id, s.unit_id FROM unit_scope s JOIN role_grant g ON g.unit_id = s.ancestor_id
    JOIN "user" one ON one.id = g.user_id AND one.disabled_at IS NULL
    WHERE ${which} AND (g.role = 'commune_leader' OR (g.role = 'department_leader' AND s.depth = 0))`;
}

/** The unit for which somebody opens a review: the topmost of their reach. */
export async function homeOf(tx: Db, actor: Actor): Promise<string> {
  const [first] = actor.reach === "everywhere" ? [] : actor.reach;
  if (first) return first;
  const root = await tx.unit.findFirstOrThrow({
    where: { parentId: null, closedOn: null },
    orderBy: { openedOn: "asc" },
    select: { id: true },
  });
  return root.id;
}
