/** How far the units are whose people a version is for: the worst first, or in the order of the organisation. */
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import type { Addressed, Version } from "./addressed.server";
import { isLeft } from "./people.server";
import { pageSize, type UnitsQuery } from "./reader";
import { nearSql } from "./readers.server";

const { sql, empty, raw } = Prisma;

export interface UnitOfReaders {
  unitId: string;
  name: string;
  path: string | null;
  people: number;
  opened: number;
  downloaded: number;
  acknowledged: number;
  left: number;
  silent: number;
}

type Asked = Pick<Addressed, "id" | "isKept">;

export async function readUnits(
  actor: Actor,
  material: Asked,
  version: Pick<Version, "id">,
  query: UnitsQuery,
): Promise<{ units: UnitOfReaders[]; total: number; left: number; people: number }> {
  const units = await listUnitsInFull(actor, material, version, query);
  const from = (query.page - 1) * pageSize;
  const left = units.reduce((sum, unit) => sum + unit.left, 0);
  const people = units.reduce((sum, unit) => sum + unit.people, 0);
  return { units: units.slice(from, from + pageSize), total: units.length, left, people };
}

/** All of them: there are never more than a few thousand. */
export function listUnitsInFull(
  actor: Actor,
  material: Asked,
  version: Pick<Version, "id">,
  { q, sort }: UnitsQuery,
): Promise<UnitOfReaders[]> {
  const name = fold(q).replace(/[\\%_]/g, "\\$&");
  return ask(sql`
    SELECT g.unit_id::text AS "unitId", u.name, above.name AS path, people, opened, downloaded, acknowledged, "left", silent
    FROM (
      SELECT unit_id, count(*)::int AS people, count(opened_at)::int AS opened, count(downloaded_at)::int AS downloaded,
        count(said_at)::int AS acknowledged, count(*) FILTER (WHERE ${isLeft})::int AS "left",
        count(*) FILTER (WHERE state = 'no_account')::int AS silent
      FROM (${nearSql(actor, material, version)}) AS person WHERE is_near AND unit_id IS NOT NULL GROUP BY unit_id
    ) AS g JOIN unit u ON u.id = g.unit_id LEFT JOIN unit above ON above.id = u.parent_id
    ${name ? sql`WHERE u.search_name LIKE ${`%${name}%`}` : empty} ORDER BY ${orders[sort]}`);
}

const inTree = sql`(SELECT array_agg(a.sort_key ORDER BY s.depth DESC) FROM unit_scope s JOIN unit a ON a.id = s.ancestor_id
  WHERE s.unit_id = g.unit_id), g.unit_id`;
const left = raw(`"left"`);
const orders = {
  worst: sql`(${left} + silent)::float / people DESC, ${left} + silent DESC, ${inTree}`,
  tree: inTree,
  left: sql`${left}, ${inTree}`,
  "-left": sql`${left} DESC, ${inTree}`,
  people: sql`people, ${inTree}`,
  "-people": sql`people DESC, ${inTree}`,
};
