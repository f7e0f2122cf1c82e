/** What stands in a collection, in its order: put in, taken out, moved. Of a conference that is also what came from it. */
import { keptSql } from "~/materials/audience/sight.server";
import type { MaterialKind, MaterialState } from "~/materials/material";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { today } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import { aboutCollection, lockCollection } from "./collections.server";
import { words } from "./words";

export interface Member {
  id: string;
  title: string;
  number: string | null;
  kind: MaterialKind;
  state: MaterialState;
  isExpired: boolean;
  isSuperseded: boolean;
}

/** Those that the actor's units keep. */
export function listMembers(actor: Actor, collectionId: string, tx: Db = db): Promise<Member[]> {
  return tx.$queryRaw<Member[]>`
    SELECT m.id::text, m.title, m.number, m.kind, m.state, m.superseded_by_id IS NOT NULL AS "isSuperseded",
      coalesce(m.valid_until < ${today()}::date, false) AS "isExpired"
    FROM material m LEFT JOIN material_collection_item i ON i.material_id = m.id AND i.collection_id = ${collectionId}::uuid
    WHERE (i.material_id IS NOT NULL OR m.conference_id = ${collectionId}::uuid)
      AND m.trashed_at IS NULL AND ${keptSql(actor, Prisma.sql`m`)}
    ORDER BY i.position NULLS LAST, m.id`;
}

/** At the end. False: no such collection in reach. Refusals: no such material; it is in already. */
export function putIntoCollection(
  actor: Actor,
  id: string,
  materialId: string,
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    const collection = await lockCollection(tx, actor, id);
    if (!collection) return false;
    const material = await tx.material.findFirst({
      where: { id: materialId, trashedAt: null, ...within(actor) },
    });
    if (!material) throw new Refusal(words.errors.materialUnknown, "materialId");
    const members = await listMembers(actor, id, tx);
    if (members.some((member) => member.id === materialId))
      throw new Refusal(words.errors.alreadyIn, "materialId");
    await arrange(tx, id, [...members.map((member) => member.id), materialId]);
    await audit(tx, actor, "material_collection.put_in", {
      ...aboutCollection(collection),
      after: { material: material.title },
    });
    return true;
  });
}

/** False: no such collection in reach, or it is not in there. */
export function takeOutOfCollection(actor: Actor, id: string, materialId: string): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const collection = await lockCollection(tx, actor, id);
    const member = (await listMembers(actor, id, tx)).find((one) => one.id === materialId);
    if (!collection || !member) return false;
    await tx.materialCollectionItem.deleteMany({ where: { collectionId: id, materialId } });
    await tx.material.updateMany({
      where: { id: materialId, conferenceId: id },
      data: { conferenceId: null, revision: { increment: 1 } },
    });
    await audit(tx, actor, "material_collection.taken_out", {
      ...aboutCollection(collection),
      before: { material: member.title },
    });
    return true;
  });
}

/** One step up (-1) or down (1); at either end nothing moves. False: as above. */
export function moveInCollection(actor: Actor, id: string, materialId: string, by: -1 | 1): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const collection = await lockCollection(tx, actor, id);
    const members = await listMembers(actor, id, tx);
    const at = members.findIndex((member) => member.id === materialId);
    const [moved, other] = [members[at], members[at + by]];
    if (!collection || !moved) return false;
    if (!other) return true;
    members[at] = other;
    members[at + by] = moved;
    await arrange(
      tx,
      id,
      members.map((member) => member.id),
    );
    await audit(tx, actor, "material_collection.moved", {
      ...aboutCollection(collection),
      before: { material: moved.title, place: at + 1 },
      after: { material: moved.title, place: at + by + 1 },
    });
    return true;
  });
}

async function arrange(tx: Db, collectionId: string, materialIds: string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO material_collection_item (collection_id, material_id, position)
    SELECT ${collectionId}::uuid, id, place FROM unnest(${materialIds}::uuid[]) WITH ORDINALITY AS given (id, place)
    ON CONFLICT (collection_id, material_id) DO UPDATE SET position = EXCLUDED.position`;
}
