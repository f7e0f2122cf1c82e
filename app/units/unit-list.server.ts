/** Units as a flat list: one query feeds the page, its count and the export. */
import type { Actor } from "~/platform/actor";
import { type Day, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold, tidy } from "~/platform/text";
import { underSql, withinSql } from "./scope.server";
import type { UnitFacts } from "./unit";
import { pageSize, type UnitQuery } from "./unit-query";

export interface ListedUnit extends Omit<UnitFacts, "parentId"> {
  id: string;
  parentName: string | null;
  parentCode: string | null;
  openedOn: Day;
  closedOn: Day | null;
}

/** Counting stops there. */
export const countLimit = 10_000;

export function listUnits(actor: Actor, query: UnitQuery): Promise<ListedUnit[]> {
  return select(actor, query, pageSize, (query.page - 1) * pageSize);
}

/** All pages, in the list's order, a thousand rows at a time. */
export async function* eachUnit(actor: Actor, query: UnitQuery): AsyncGenerator<ListedUnit> {
  for (let offset = 0; ; offset += 1000) {
    const rows = await select(actor, query, 1000, offset);
    yield* rows;
    if (rows.length < 1000) return;
  }
}

/** How many, and whether there are more than were counted. */
export async function countListedUnits(actor: Actor, query: UnitQuery) {
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM unit WHERE ${where(actor, query)} LIMIT ${countLimit + 1}) AS counted`;
  return { total: Math.min(count, countLimit), more: count > countLimit };
}

function select(actor: Actor, query: UnitQuery, limit: number, offset: number): Promise<ListedUnit[]> {
  return db.$queryRaw<ListedUnit[]>`
    SELECT unit.id, unit.name, unit.short_name AS "shortName", unit.kind, unit.level, unit.code,
      parent.name AS "parentName", parent.code AS "parentCode",
      to_char(unit.opened_on, 'YYYY-MM-DD') AS "openedOn", to_char(unit.closed_on, 'YYYY-MM-DD') AS "closedOn"
    FROM unit LEFT JOIN unit parent ON parent.id = unit.parent_id
    WHERE ${where(actor, query)} ORDER BY ${orderOf(query)} LIMIT ${limit} OFFSET ${offset}`;
}

function where(actor: Actor, { q, level, kind, state, under, grouping }: UnitQuery): Prisma.Sql {
  const words = fold(tidy(q)).split(" ").filter(Boolean);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const conditions = [
    withinSql(actor, Prisma.sql`unit.id`),
    words.length > 0 &&
      Prisma.sql`(unit.code = ${q} OR EXISTS (
        SELECT FROM unit_version v WHERE v.unit_id = unit.id AND v.search_name LIKE ALL (${patterns})))`,
    level && Prisma.sql`unit.level = ${level}`,
    kind && Prisma.sql`unit.kind = ${kind}`,
    state !== "all" && isIn(state),
    under && underSql([under], Prisma.sql`unit.id`),
    grouping &&
      Prisma.sql`unit.id IN (SELECT unit_id FROM unit_group_member WHERE group_id = ${grouping}::uuid)`,
  ];
  return Prisma.join(
    conditions.filter((condition) => condition instanceof Prisma.Sql),
    " AND ",
  );
}

function isIn(state: "open" | "planned" | "closed"): Prisma.Sql {
  const day = today();
  if (state === "planned") return Prisma.sql`unit.opened_on > ${day}::date`;
  if (state === "closed") return Prisma.sql`unit.closed_on < ${day}::date`;
  return Prisma.sql`unit.opened_on <= ${day}::date AND coalesce(unit.closed_on, 'infinity') >= ${day}::date`;
}

const levelOrder = Prisma.sql`
  array_position(ARRAY['central', 'province', 'district_legacy', 'commune', 'grassroots'], unit.level)`;

function orderOf({ sort }: UnitQuery): Prisma.Sql {
  const columns: Record<string, Prisma.Sql> = {
    name: Prisma.sql`unit.name`,
    code: Prisma.sql`unit.code`,
    level: levelOrder,
    openedOn: Prisma.sql`unit.opened_on`,
  };
  const column = columns[sort.replace("-", "")] ?? levelOrder;
  const direction = sort.startsWith("-") ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`ASC NULLS LAST`;
  return Prisma.sql`${column} ${direction}, parent.name NULLS FIRST, unit.name, unit.id`;
}
