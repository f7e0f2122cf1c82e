/** The units in the database: one of them, its record through time, and all of them for matching. */
import type { Actor } from "~/platform/actor";
import { type Day, dayFromColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { withinSql, withinUnits } from "./scope.server";
import type { UnitFacts, UnitVersion } from "./unit";

export interface Unit extends UnitFacts {
  id: string;
  openedOn: Day;
  closedOn: Day | null;
  revision: number;
}

export interface UnitRecord extends Unit {
  /** From the top down to the parent; a step outside the actor's reach has a name but no link. */
  path: { id: string; name: string; inReach: boolean }[];
  versions: (UnitVersion & { id: string; parentName: string | null })[];
  groupings: { id: string; name: string }[];
}

/** The unit as it is today; null outside the actor's reach. */
export async function findUnit(actor: Actor, id: string): Promise<Unit | null> {
  if (!isUuid(id)) return null;
  const unit = await db.unit.findFirst({ where: { id, ...withinUnits(actor) } });
  if (!unit) return null;
  const { name, shortName, kind, level, code, parentId, revision } = unit;
  return {
    ...{ id, name, shortName, kind, level, code, parentId, revision },
    openedOn: dayFromColumn(unit.openedOn),
    closedOn: dayFromColumn(unit.closedOn),
  };
}

/** The unit with its place, its versions through time (newest first) and its groupings. */
export async function findUnitRecord(actor: Actor, id: string): Promise<UnitRecord | null> {
  const unit = await findUnit(actor, id);
  if (!unit) return null;
  const [path, versions, groupings] = await Promise.all([
    listPath(actor, id),
    listVersions(id),
    db.unitGroup.findMany({ where: { members: { some: { unitId: id } } }, orderBy: { name: "asc" } }),
  ]);
  return { ...unit, path, versions, groupings: groupings.map(({ id, name }) => ({ id, name })) };
}

/** What stood right under the unit on a day, by the names of that day. */
export function listChildrenOn(actor: Actor, id: string, day: Day): Promise<ChildThen[]> {
  return db.$queryRaw<ChildThen[]>`
    SELECT v.unit_id AS id, v.name, v.kind, v.code FROM unit_version v
    WHERE v.parent_id = ${id}::uuid AND v.valid_from <= ${day}::date
      AND coalesce(v.valid_to, 'infinity') >= ${day}::date AND ${withinSql(actor, Prisma.sql`v.unit_id`)}
    ORDER BY v.name, v.unit_id`;
}

export interface ChildThen {
  id: string;
  name: string;
  kind: string;
  code: string | null;
}

/** Every unit in reach, closed ones too, with the names it had before: for finding the unit that a text means. */
export function listUnitsForMatching(actor: Actor): Promise<MatchableUnit[]> {
  return db.$queryRaw<MatchableUnit[]>`
    SELECT unit.id, unit.name, unit.short_name AS "shortName", unit.kind, unit.level, unit.code,
      unit.parent_id AS "parentId", unit.closed_on IS NULL AS "isOpen",
      ARRAY(SELECT DISTINCT v.name FROM unit_version v WHERE v.unit_id = unit.id AND v.name <> unit.name)
        AS "formerNames"
    FROM unit WHERE ${withinSql(actor, Prisma.sql`unit.id`)}`;
}

export interface MatchableUnit extends UnitFacts {
  id: string;
  isOpen: boolean;
  formerNames: string[];
}

function listPath(actor: Actor, id: string): Promise<UnitRecord["path"]> {
  return db.$queryRaw<UnitRecord["path"]>`
    SELECT above.id, above.name, ${withinSql(actor, Prisma.sql`above.id`)} AS "inReach"
    FROM unit_scope JOIN unit above ON above.id = ancestor_id
    WHERE unit_id = ${id}::uuid AND depth > 0 ORDER BY depth DESC`;
}

async function listVersions(unitId: string): Promise<UnitRecord["versions"]> {
  const versions = await db.unitVersion.findMany({
    where: { unitId },
    orderBy: { validFrom: "desc" },
    include: { parent: { select: { name: true } } },
  });
  return versions.map(({ id, name, shortName, kind, level, code, parentId, reason, ...version }) => ({
    ...{ id, name, shortName, kind, level, code, parentId, reason },
    validFrom: dayFromColumn(version.validFrom),
    validTo: dayFromColumn(version.validTo),
    parentName: version.parent?.name ?? null,
  }));
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
