/** Collections in the database: one found, kept, changed, removed while nothing is in it. */
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { type Day, dayFromColumn, dayToColumn } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { findUnit, within } from "~/units/index.server";
import type { CollectionKind, CollectionValues } from "./collection";
import { words } from "./words";

export interface CollectionRecord {
  id: string;
  kind: CollectionKind;
  title: string;
  heldOn: Day | null;
  topic: { id: string; name: string } | null;
  note: string | null;
  unitId: string;
  unitName: string;
  revision: number;
}

/** Null: its unit is outside the actor's reach. */
export async function findCollection(actor: Actor, id: string): Promise<CollectionRecord | null> {
  const row = await db.materialCollection.findFirst({
    where: { id, ...within(actor) },
    include: { unit: { select: { name: true } }, topic: { select: { id: true, name: true } } },
  });
  if (!row) return null;
  const { title, topic, note, unitId, unit, revision } = row;
  return {
    ...{ id, title, topic, note, unitId, revision },
    kind: row.kind as CollectionKind,
    heldOn: dayFromColumn(row.heldOn),
    unitName: unit.name,
  };
}

/** Returns the id. Refusals: a unit outside the reach; an unknown topic. */
export function addCollection(actor: Actor, values: CollectionValues, outer?: Db): Promise<string> {
  return transaction(outer, async (tx) => {
    const facts = await factsOf(tx, actor, values);
    const { id } = await tx.materialCollection.create({ data: columnsOf(values), select: { id: true } });
    await audit(tx, actor, "material_collection.added", {
      ...aboutCollection({ id, ...values }),
      after: facts,
    });
    return id;
  });
}

/** False: outside the reach. Refusals: somebody was quicker ("revision"); as `addCollection`. */
export function updateCollection(
  actor: Actor,
  id: string,
  values: CollectionValues,
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    const before = await lockCollection(tx, actor, id);
    if (!before) return false;
    if (before.revision !== values.revision) throw new Refusal(words.errors.changedMeanwhile, "revision");
    const after = await factsOf(tx, actor, values);
    const former = await factsOf(tx, null, {
      ...before,
      kind: before.kind as CollectionKind,
      heldOn: dayFromColumn(before.heldOn),
    });
    await tx.materialCollection.update({
      where: { id },
      data: { ...columnsOf(values), revision: { increment: 1 } },
    });
    const about = aboutCollection({ id, ...values });
    await audit(tx, actor, "material_collection.updated", { ...about, before: former, after });
    return true;
  });
}

/** False: outside the reach. Refusal: there are materials in it. */
export function removeCollection(actor: Actor, id: string, outer?: Db): Promise<boolean> {
  return transaction(outer, async (tx) => {
    const collection = await lockCollection(tx, actor, id);
    if (!collection) return false;
    const held = await tx.material.count({
      where: { OR: [{ conferenceId: id }, { collections: { some: { collectionId: id } } }] },
    });
    if (held > 0) throw new Refusal(words.errors.notEmpty(held));
    await tx.materialCollection.delete({ where: { id } });
    await audit(tx, actor, "material_collection.removed", aboutCollection(collection));
    return true;
  });
}

export async function lockCollection(tx: Db, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM material_collection WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.materialCollection.findFirst({ where: { id, ...within(actor) } });
}

export function aboutCollection({ id, title, unitId }: { id: string; title: string; unitId: string }) {
  return { kind: "material_collection", id, title, unitId };
}

function columnsOf({ revision: _, heldOn, ...values }: CollectionValues) {
  return { ...values, heldOn: heldOn && dayToColumn(heldOn) };
}

/** `actor`: whoever names the unit now. */
async function factsOf(
  tx: Db,
  actor: Actor | null,
  { kind, title, heldOn, topicId, note, unitId }: Omit<CollectionValues, "revision">,
): Promise<Facts> {
  const topic = topicId ? await tx.topic.findUnique({ where: { id: topicId } }) : null;
  if (topicId && !topic) throw new Refusal(words.errors.topicUnknown, "topicId");
  const unit = actor
    ? await findUnit(actor, unitId)
    : await tx.unit.findUnique({ where: { id: unitId }, select: { name: true } });
  if (!unit) throw new Refusal(words.errors.unitUnknown, "unitId");
  return { collectionKind: kind, title, heldOn, topics: topic?.name ?? null, note, unit: unit.name };
}
