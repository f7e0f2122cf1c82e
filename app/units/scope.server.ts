/** Who sees what: the predicate that every query on data of a unit carries. */
import type { Actor } from "~/platform/actor";
import { Prisma } from "~/platform/prisma/client";

/** Units in the actor's reach, as a where fragment on units themselves. */
export function withinUnits(actor: Actor): Prisma.UnitWhereInput {
  return actor.reach === "everywhere" ? {} : { under: { some: { ancestorId: { in: actor.reach } } } };
}

/** Rows whose unit is in the actor's reach, as a where fragment on any model with a `unit`. */
export function within(actor: Actor): { unit?: Prisma.UnitWhereInput } {
  return actor.reach === "everywhere" ? {} : { unit: withinUnits(actor) };
}

/** The same for bare SQL: `... AND ${withinSql(actor, Prisma.sql`s.unit_id`)}`. */
export function withinSql(actor: Actor, unitId: Prisma.Sql): Prisma.Sql {
  if (actor.reach === "everywhere") return Prisma.sql`true`;
  return underSql(actor.reach, unitId);
}

/**
 * The same for rows that some other condition finds: the units are hashed once, not compared one by one with each row, and
 * the planner does not go through all units in reach instead.
 */
export function amongSql(actor: Actor, unitId: Prisma.Sql): Prisma.Sql {
  if (actor.reach === "everywhere") return Prisma.sql`true`;
  return amongUnitsSql(actor.reach, unitId);
}

/** As `underSql`, for rows that some other condition finds. */
export function amongUnitsSql(ancestorIds: string[], unitId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${unitId} IN (SELECT unit_id FROM unit_scope WHERE ancestor_id = ANY (${ancestorIds}::uuid[]))) IS TRUE`;
}

/** Rows whose unit is one of these or stands under one of them. */
export function underSql(ancestorIds: string[], unitId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${unitId} = ANY (ARRAY(SELECT unit_id FROM unit_scope WHERE ancestor_id = ANY (${ancestorIds}::uuid[])))`;
}
