/** The tree, branch by branch, and the search in it. */
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold, tidy } from "~/platform/text";
import type { Language } from "~/platform/words";
import type { TreeNode } from "~/ui/tree";
import { underSql, withinSql } from "./scope.server";
import { type TreeUnit, toNode, type UnitHit } from "./unit-tree";

interface Shown {
  /** Closed units too. */
  closed?: boolean;
}

const columns = Prisma.sql`
  unit.id, unit.name, unit.kind, unit.level, unit.code,
  to_char(unit.opened_on, 'YYYY-MM-DD') AS "openedOn", to_char(unit.closed_on, 'YYYY-MM-DD') AS "closedOn"`;
const levelOrder = Prisma.sql`
  array_position(ARRAY['central', 'province', 'district_legacy', 'commune', 'grassroots'], unit.level)`;
const order = Prisma.sql`${levelOrder}, unit.name, unit.id`;

/** The topmost units in the actor's reach: where the tree begins. */
export function listRoots(actor: Actor, shown: Shown = {}): Promise<TreeUnit[]> {
  const top =
    actor.reach === "everywhere"
      ? Prisma.sql`unit.parent_id IS NULL`
      : Prisma.sql`unit.id = ANY (${actor.reach}::uuid[]) AND NOT EXISTS (
          SELECT FROM unit_scope
          WHERE unit_id = unit.id AND depth > 0 AND ancestor_id = ANY (${actor.reach}::uuid[]))`;
  return listBranch(top, shown);
}

/** The units right under one; none if it lies outside the actor's reach. */
export function listChildren(actor: Actor, parentId: string, shown: Shown = {}): Promise<TreeUnit[]> {
  const under = Prisma.sql`unit.parent_id = ${parentId}::uuid AND ${withinSql(actor, Prisma.sql`unit.id`)}`;
  return listBranch(under, shown);
}

/** Units whose present or former names hold every word of the text, in any order, without tone marks; those with the same tone marks first. */
export function searchUnits(actor: Actor, text: string, search: UnitSearch = {}): Promise<UnitHit[]> {
  const { closed = true, under, limit = 20 } = search;
  const typed = tidy(text).toLowerCase();
  const folded = fold(typed);
  const words = folded.split(" ").map(asPattern);
  const typedWords = typed.split(" ").map(asPattern);
  const place = under ? underSql([under], Prisma.sql`unit.id`) : Prisma.sql`true`;
  return db.$queryRaw<UnitHit[]>`
    WITH hit AS MATERIALIZED (
      SELECT unit.id, min(
          CASE WHEN lower(v.name) LIKE ALL (${typedWords}) THEN 0 ELSE 8 END
          + CASE WHEN v.search_name LIKE ${asPattern(folded)} THEN 0 ELSE 4 END
          + CASE WHEN v.name = unit.name THEN 0 ELSE 2 END
          + CASE WHEN unit.closed_on IS NULL THEN 0 ELSE 1 END) AS rank
      FROM unit_version v JOIN unit ON unit.id = v.unit_id
      WHERE (v.search_name LIKE ALL (${words}) OR v.code = ${typed}
          OR lower(immutable_unaccent(v.short_name)) LIKE ALL (${words}))
        AND ${closed ? Prisma.sql`true` : Prisma.sql`unit.closed_on IS NULL`}
        AND ${place} AND ${withinSql(actor, Prisma.sql`unit.id`)}
      GROUP BY unit.id
    )
    SELECT ${columns}, coalesce(above.path, '') AS path,
      CASE WHEN unit.search_name LIKE ALL (${words}) THEN NULL ELSE former.name END AS "formerName"
    FROM hit JOIN unit USING (id)
    LEFT JOIN LATERAL (
      SELECT string_agg(a.name, ' › ' ORDER BY depth DESC) AS path
      FROM unit_scope JOIN unit a ON a.id = ancestor_id WHERE unit_id = unit.id AND depth > 0
    ) above ON true
    LEFT JOIN LATERAL (
      SELECT v.name FROM unit_version v
      WHERE v.unit_id = unit.id AND v.search_name LIKE ALL (${words}) ORDER BY valid_from DESC LIMIT 1
    ) former ON true
    ORDER BY hit.rank, ${order} LIMIT ${limit}`;
}

interface UnitSearch extends Shown {
  /** Only this unit and what stands under it. */
  under?: string;
  limit?: number;
}

/** What the picker offers: hits with their path; before anything is typed, the top of the tree. */
export async function listUnitChoices(actor: Actor, text: string, shown: Shown = {}): Promise<UnitChoice[]> {
  if (fold(tidy(text)) !== "") {
    const hits = await searchUnits(actor, text, { closed: false, ...shown });
    return hits.map(({ id, name, path, formerName }) => ({
      id,
      name,
      path: formerName ? `${path} (${formerName})` : path,
    }));
  }
  const roots = await listRoots(actor, shown);
  const branches = await Promise.all(
    roots.slice(0, 3).map(async (root) => {
      const children = await listChildren(actor, root.id, shown);
      return [
        { id: root.id, name: root.name, path: "" },
        ...children.map(({ id, name }) => ({ id, name, path: root.name })),
      ];
    }),
  );
  return branches.flat().slice(0, 20);
}

export interface UnitChoice {
  id: string;
  name: string;
  path: string;
}

/** The top of the tree, with the branches open on the way down to one unit; a lone root is open too. */
export async function listOpenTree(
  actor: Actor,
  language: Language,
  shown: OpenTree = {},
): Promise<TreeNode[]> {
  const roots = await listRoots(actor, shown);
  const way = shown.to ? await listWayDown(actor, shown.to) : [];
  const only = roots.length === 1 ? roots[0]?.id : undefined;
  const open = new Set([...way.slice(0, -1), ...(only ? [only] : [])]);
  const branch = async (unit: TreeUnit): Promise<TreeNode> => {
    const node = toNode(unit, language);
    if (!open.has(unit.id) || !node.hasChildren) return node;
    const children = await listChildren(actor, unit.id, shown);
    return { ...node, isOpen: true, children: await Promise.all(children.map(branch)) };
  };
  return Promise.all(roots.map(branch));
}

interface OpenTree extends Shown {
  /** The unit to be seen. */
  to?: string;
}

/** Ids from the topmost unit in reach down to the unit itself: the branches to open so that it is seen. */
export async function listWayDown(actor: Actor, id: string): Promise<string[]> {
  const steps = await db.$queryRaw<{ id: string }[]>`
    SELECT ancestor_id AS id FROM unit_scope
    WHERE unit_id = ${id}::uuid AND ${withinSql(actor, Prisma.sql`ancestor_id`)} ORDER BY depth DESC`;
  return steps.map((step) => step.id);
}

/** How many units of each level are open today or still to open, and closed, within reach. */
export function countUnitsByLevel(actor: Actor): Promise<LevelCounts[]> {
  const closed = Prisma.sql`unit.closed_on < ${today()}::date`;
  return db.$queryRaw<LevelCounts[]>`
    SELECT level, count(*) FILTER (WHERE ${closed} IS NOT TRUE)::int AS open, count(*) FILTER (WHERE ${closed})::int AS closed
    FROM unit WHERE ${withinSql(actor, Prisma.sql`unit.id`)}
    GROUP BY level ORDER BY ${levelOrder}`;
}

/** How many units are open today or still to open, and how many are closed, within reach. */
export async function countUnits(actor: Actor): Promise<{ open: number; closed: number }> {
  const levels = await countUnitsByLevel(actor);
  const sum = (key: "open" | "closed") => levels.reduce((total, counted) => total + counted[key], 0);
  return { open: sum("open"), closed: sum("closed") };
}

export interface LevelCounts {
  level: string;
  open: number;
  closed: number;
}

function listBranch(where: Prisma.Sql, { closed = false }: Shown): Promise<TreeUnit[]> {
  const open = (table: string) =>
    closed
      ? Prisma.sql`true`
      : Prisma.sql`coalesce(${Prisma.raw(table)}.closed_on, 'infinity') >= ${today()}::date`;
  return db.$queryRaw<TreeUnit[]>`
    SELECT ${columns},
      (SELECT count(*)::int FROM unit child WHERE child.parent_id = unit.id AND ${open("child")}) AS children
    FROM unit WHERE ${where} AND ${open("unit")} ORDER BY ${order}`;
}

/** A LIKE pattern for text that contains this, whatever signs it holds. */
function asPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
