/** Groupings in the database: what they are called, and which units are in them. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import type { GroupingValues } from "./grouping";
import { withinSql, withinUnits } from "./scope.server";
import { unitWords as words } from "./words";

export interface Grouping {
  id: string;
  name: string;
  note: string | null;
  /** How many of its units are in the actor's reach. */
  units: number;
}

export function listGroupings(actor: Actor): Promise<Grouping[]> {
  return db.$queryRaw<Grouping[]>`
    SELECT g.id, g.name, g.note, count(m.unit_id)::int AS units
    FROM unit_group g
    LEFT JOIN unit_group_member m ON m.group_id = g.id AND ${withinSql(actor, Prisma.sql`m.unit_id`)}
    GROUP BY g.id ORDER BY g.name COLLATE "vi-x-icu"`;
}

export async function findGrouping(actor: Actor, id: string): Promise<Grouping | null> {
  const groupings = await listGroupings(actor);
  return groupings.find((grouping) => grouping.id === id) ?? null;
}

/** The grouping's units within reach, by level and name. */
export function listGroupingUnits(actor: Actor, id: string): Promise<GroupingUnit[]> {
  return db.$queryRaw<GroupingUnit[]>`
    SELECT unit.id, unit.name, unit.kind, parent.name AS "parentName"
    FROM unit_group_member m JOIN unit ON unit.id = m.unit_id LEFT JOIN unit parent ON parent.id = unit.parent_id
    WHERE m.group_id = ${id}::uuid AND ${withinSql(actor, Prisma.sql`unit.id`)}
    ORDER BY parent.name NULLS FIRST, unit.name`;
}

export interface GroupingUnit {
  id: string;
  name: string;
  kind: string;
  parentName: string | null;
}

/** Refuses a name that another grouping has. */
export function addGrouping(actor: Actor, { name, note }: GroupingValues, outer?: Db): Promise<string> {
  return transaction(outer, async (tx) => {
    await refuseNameInUse(tx, name);
    const { id } = await tx.unitGroup.create({ data: { name, note: note || null } });
    await audit(tx, actor, "grouping.added", {
      kind: "grouping",
      id,
      title: name,
      after: { name, note: note || null },
    });
    return id;
  });
}

export function changeGrouping(actor: Actor, id: string, values: GroupingValues, outer?: Db): Promise<void> {
  return transaction(outer, async (tx) => {
    const before = await tx.unitGroup.findUniqueOrThrow({ where: { id } });
    const after = { name: values.name, note: values.note || null };
    await refuseNameInUse(tx, after.name, id);
    await tx.unitGroup.update({ where: { id }, data: after });
    const { name, note } = before;
    await audit(tx, actor, "grouping.changed", {
      kind: "grouping",
      id,
      title: after.name,
      before: { name, note },
      after,
    });
  });
}

/** The units stay as they are. Refuses while units out of the actor's reach are in it. */
export function removeGrouping(actor: Actor, id: string, outer?: Db): Promise<void> {
  return transaction(outer, async (tx) => {
    const members = await tx.unitGroupMember.findMany({ where: { groupId: id }, include: { unit: true } });
    const within = await tx.unitGroupMember.count({ where: { groupId: id, unit: withinUnits(actor) } });
    if (within < members.length) throw new Refusal(words.groupings.othersInIt);
    await tx.unitGroupMember.deleteMany({ where: { groupId: id } });
    const { name, note } = await tx.unitGroup.delete({ where: { id } });
    await audit(tx, actor, "grouping.removed", {
      kind: "grouping",
      id,
      title: name,
      before: { name, note, units: members.map(({ unit }) => unit.name) },
    });
  });
}

export function putIntoGrouping(actor: Actor, id: string, unitId: string, outer?: Db): Promise<void> {
  return transaction(outer, async (tx) => {
    const unit = await tx.unit.findFirst({ where: { id: unitId, ...withinUnits(actor) } });
    if (!unit) throw new Refusal(words.noSuchUnit, "unitId");
    const { name } = await tx.unitGroup.findUniqueOrThrow({ where: { id } });
    const { count } = await tx.unitGroupMember.createMany({
      data: [{ groupId: id, unitId }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal(words.groupings.alreadyIn(unit.name), "unitId");
    await audit(tx, actor, "grouping.filled", {
      kind: "grouping",
      id,
      title: name,
      unitId,
      after: { units: unit.name },
    });
  });
}

export function takeOutOfGrouping(actor: Actor, id: string, unitId: string, outer?: Db): Promise<void> {
  return transaction(outer, async (tx) => {
    const member = { groupId: id, unitId, unit: withinUnits(actor) };
    const found = await tx.unitGroupMember.findFirst({ where: member, include: { unit: true, group: true } });
    if (!found) throw new Refusal(words.noSuchUnit);
    await tx.unitGroupMember.delete({ where: { groupId_unitId: { groupId: id, unitId } } });
    await audit(tx, actor, "grouping.emptied", {
      kind: "grouping",
      id,
      title: found.group.name,
      unitId,
      before: { units: found.unit.name },
    });
  });
}

async function refuseNameInUse(tx: Db, name: string, id?: string) {
  const other = await tx.unitGroup.findFirst({
    where: { name: { equals: name, mode: "insensitive" }, ...(id && { id: { not: id } }) },
  });
  if (other) throw new Refusal(words.groupings.nameInUse, "name");
}
