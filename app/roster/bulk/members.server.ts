/** Everybody whom a list of the roster matches and the actor may change: the list's own conditions, without its pages. */
import type { Actor } from "~/platform/actor";
import { Prisma } from "~/platform/prisma/client";
import { matchesOf } from "~/roster/list/matches.server";
import { readRosterQuery } from "~/roster/roster-query";
import { withinSql } from "~/units/index.server";

const { sql } = Prisma;

/** A question for ids. `search`: of the list's address ("?state=active"). */
export function membersOf(actor: Actor, search: string): Prisma.Sql {
  const { byAppointment, where } = matchesOf(actor, readRosterQuery(new URL(search, "http://roster/")));
  return byAppointment
    ? sql`SELECT DISTINCT a.speaker_id AS id FROM appointment a WHERE ${where}`
    : sql`SELECT s.id FROM speaker s WHERE ${where}`;
}

/** The same for people picked one by one; those outside the actor's units are left out. */
export function pickedOf(actor: Actor, ids: string[]): Prisma.Sql {
  return sql`SELECT s.id FROM speaker s WHERE s.id = ANY (${ids}::uuid[]) AND ${withinSql(actor, sql`s.unit_id`)}`;
}
