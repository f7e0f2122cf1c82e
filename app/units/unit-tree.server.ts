/** The tree, branch by branch, each in parts: it is as quick with thousands of units under one as with ten. */
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Language } from "~/platform/words";
import { type BranchPart, type OpenTree, partSize, top } from "~/ui/tree-rows";
import { withinSql } from "./scope.server";
import { type TreeUnit, toNode } from "./unit-tree";

export interface Shown {
  /** Closed units too. */
  closed?: boolean;
}

interface Part extends Shown {
  /** The place of the first one. */
  from?: number;
  /** Instead: a part in which this unit stands. */
  around?: string;
  limit?: number;
}

/** What a page brings at once; the rest comes when it is asked for. */
const firstPart = 50;

export const listedColumns = Prisma.sql`
  unit.id, unit.name, unit.kind, unit.level, unit.code,
  to_char(unit.opened_on, 'YYYY-MM-DD') AS "openedOn", to_char(unit.closed_on, 'YYYY-MM-DD') AS "closedOn"`;
export const levelOrder = Prisma.sql`
  array_position(ARRAY['central', 'province', 'district_legacy', 'commune', 'grassroots'], unit.level)`;
export const treeOrder = Prisma.sql`${levelOrder}, unit.name, unit.id`;

/** The topmost units in the actor's reach: where the tree begins. */
export function listRoots(actor: Actor, shown: Shown = {}): Promise<TreeUnit[]> {
  return listBranch(actor, top, shown);
}

/** The first units right under one; none if it lies outside the actor's reach. */
export function listChildren(actor: Actor, parentId: string, shown: Shown = {}): Promise<TreeUnit[]> {
  return listBranch(actor, parentId, shown);
}

/** A part of a branch as the tree takes it. */
export async function readBranch(
  actor: Actor,
  language: Language,
  of: string,
  part: Part = {},
): Promise<BranchPart> {
  return partOf(await listBranch(actor, of, part), language);
}

/** The top of the tree, with the branches open on the way down to one unit; a lone root is open too. */
export async function readOpenTree(
  actor: Actor,
  language: Language,
  { closed, to }: Shown & { to?: string } = {},
): Promise<OpenTree> {
  const way = to ? await listWayDown(actor, to) : [];
  const branch = (of: string, around?: string) => listBranch(actor, of, { closed, around, limit: firstPart });
  const roots = await branch(top, way[0]);
  const only = roots.length === 1 ? roots[0]?.id : undefined;
  const open = way.length > 1 ? way.slice(0, -1) : only ? [only] : [];
  const branches = await Promise.all(open.map((id, index) => branch(id, way[index + 1])));
  const parts = branches.map((units, index) => [open[index], partOf(units, language)]);
  return { [top]: partOf(roots, language), ...Object.fromEntries(parts) };
}

/** Ids from the topmost unit in reach down to the unit itself: the branches to open so that it is seen. */
export async function listWayDown(actor: Actor, id: string): Promise<string[]> {
  const steps = await db.$queryRaw<{ id: string }[]>`
    SELECT ancestor_id AS id FROM unit_scope
    WHERE unit_id = ${id}::uuid AND ${withinSql(actor, Prisma.sql`ancestor_id`)} ORDER BY depth DESC`;
  return steps.map((step) => step.id);
}

/** The units right under one, or the topmost ones in the actor's reach; none if it lies outside the reach. */
function listBranch(actor: Actor, of: string, part: Part = {}): Promise<PlacedUnit[]> {
  const { from = 0, around = null, limit = partSize } = part;
  const last = part.closed ? "-infinity" : today();
  const open = (table: string) => Prisma.sql`
    coalesce(${Prisma.raw(table)}.closed_on, 'infinity') >= ${last}::date`;
  // A few of the neighbours before it are seen too.
  return db.$queryRaw<PlacedUnit[]>`
    WITH branch AS (
      SELECT unit.id, row_number() OVER (ORDER BY ${treeOrder})::int - 1 AS place, count(*) OVER ()::int AS total
      FROM unit WHERE ${of === top ? isTopmost(actor) : isUnder(actor, of)} AND ${open("unit")}
    ), part AS (
      SELECT coalesce(
        (SELECT greatest(0, least(place - 6, total - ${limit}::int)) FROM branch WHERE id = ${around}::uuid),
        ${from}::int) AS first
    )
    SELECT ${listedColumns}, place, total,
      (SELECT count(*)::int FROM unit child WHERE child.parent_id = unit.id AND ${open("child")}) AS children
    FROM branch JOIN unit USING (id), part WHERE place >= first AND place < first + ${limit}::int ORDER BY place`;
}

interface PlacedUnit extends TreeUnit {
  /** Its place in the branch, from 0, and how many stand in it. */
  place: number;
  total: number;
}

function partOf(units: PlacedUnit[], language: Language): BranchPart {
  const [first] = units;
  const nodes = units.map((unit) => toNode(unit, language));
  return { nodes, from: first?.place ?? 0, total: first?.total ?? 0 };
}

function isTopmost(actor: Actor) {
  if (actor.reach === "everywhere") return Prisma.sql`unit.parent_id IS NULL`;
  return Prisma.sql`unit.id = ANY (${actor.reach}::uuid[]) AND NOT EXISTS (
    SELECT FROM unit_scope
    WHERE unit_id = unit.id AND depth > 0 AND ancestor_id = ANY (${actor.reach}::uuid[]))`;
}

function isUnder(actor: Actor, parentId: string) {
  return Prisma.sql`unit.parent_id = ${parentId}::uuid AND ${withinSql(actor, Prisma.sql`unit.id`)}`;
}
