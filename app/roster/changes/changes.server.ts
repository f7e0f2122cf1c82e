/** Large changes as officers see them: those of their units, and their own. */
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { withinSql } from "~/units/index.server";
import { type ChangeQuery, changesPerPage, smallEnough } from "./change-query";

const { sql } = Prisma;
const countLimit = 10_000;

/** Every saving of one part of a record is kept for a day too; that is no large change. */
const isLarge = sql`c.kind <> 'roster.record'`;

export interface ListedChange {
  id: string;
  kind: string;
  title: string;
  by: string;
  /** ISO moments. */
  at: string;
  undoneAt: string | null;
  undoneBy: string | null;
  /** Last day; null: no end. */
  undoableTo: string | null;
  state: "open" | "undone" | "late";
  /** Distinct rows of a table and what was done to them. */
  rows: { table: string; operation: "insert" | "update" | "delete"; count: number }[];
}

const stateSql = () => sql`CASE WHEN c.undone_at IS NOT NULL THEN 'undone'
  WHEN c.undoable_to < ${today()}::date THEN 'late' ELSE 'open' END`;

const columns = () => sql`c.id::text, c.kind, c.title, c.actor_name AS by, to_json(c.created_at)#>>'{}' AS at,
  to_json(c.undone_at)#>>'{}' AS "undoneAt", c.undone_by_name AS "undoneBy", c.undoable_to::text AS "undoableTo",
  ${stateSql()} AS state, coalesce(c.counts, '[]') AS rows`;

export async function listChanges(actor: Actor, { kind, state, page }: ChangeQuery) {
  const where = Prisma.join(
    [
      isLarge,
      reachSql(actor),
      ...(kind ? [sql`c.kind = ${kind}`] : []),
      ...(state ? [sql`${stateSql()} = ${state}`] : []),
    ],
    " AND ",
  );
  const [changes, [counted]] = await Promise.all([
    db.$queryRaw<ListedChange[]>`
      SELECT ${columns()} FROM (SELECT * FROM change_set c WHERE ${where} ORDER BY c.created_at DESC, c.id DESC
        LIMIT ${changesPerPage} OFFSET ${(page - 1) * changesPerPage}) AS c ORDER BY c.created_at DESC, c.id DESC`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM (SELECT FROM change_set c WHERE ${where} LIMIT ${countLimit + 1}) AS counted`,
  ]);
  const total = counted?.total ?? 0;
  return { changes, count: { total: Math.min(total, countLimit), more: total > countLimit } };
}

/** Null outside the actor's units, unless it is their own. */
export async function findChange(actor: Actor, id: string): Promise<ListedChange | null> {
  const [change] = await db.$queryRaw<ListedChange[]>`
    SELECT ${columns()} FROM change_set c WHERE c.id = ${id}::uuid AND ${isLarge} AND ${reachSql(actor)}`;
  return change ?? null;
}

/** People whose records or appointments the change touched and who are in reach: some by name, and how many in all. */
export async function listPeopleOfChange(actor: Actor, id: string) {
  const people = await db.$queryRaw<{ id: string; name: string; unit: string; total: number }[]>`
    WITH touched AS MATERIALIZED (
      SELECT r.row_id AS id FROM change_row r WHERE r.change_set_id = ${id}::uuid AND r.table_name = 'speaker'
      UNION SELECT a.speaker_id FROM change_row r JOIN appointment a ON a.id = r.row_id
        WHERE r.change_set_id = ${id}::uuid AND r.table_name = 'appointment')
    SELECT s.id::text, s.full_name AS name, u.name AS unit, count(*) OVER ()::int AS total
    FROM touched JOIN speaker s USING (id) JOIN unit u ON u.id = s.unit_id
    WHERE ${withinSql(actor, sql`s.unit_id`)} ORDER BY s.sort_key, s.id LIMIT 20`;
  return { people: people.map(({ total: _, ...person }) => person), total: people[0]?.total ?? 0 };
}

/** Large changes that touched a person's record or appointments, the newest first; for the record's history. */
export function listChangesOf(actor: Actor, speakerId: string): Promise<ListedChange[]> {
  return db.$queryRaw<ListedChange[]>`
    SELECT ${columns()} FROM change_set c WHERE ${isLarge} AND ${reachSql(actor)} AND c.id IN (
      SELECT r.change_set_id FROM change_row r WHERE r.row_id = ${speakerId}::uuid
      UNION SELECT r.change_set_id FROM change_row r JOIN appointment a ON a.id = r.row_id WHERE a.speaker_id = ${speakerId}::uuid)
    ORDER BY c.created_at DESC LIMIT 10`;
}

function reachSql(actor: Actor): Prisma.Sql {
  return sql`(${withinSql(actor, sql`c.unit_id`)} OR c.actor_id = ${actor.userId})`;
}

/** Whether taking it back would let its page wait too long. */
export function isLargeToUndo({ rows }: ListedChange): boolean {
  return rows.reduce((total, { count }) => total + count, 0) > smallEnough;
}
