/** Who chooses the audience of a unit's materials: whoever prepares them there, or decides on them. */
import { holdsFor } from "~/materials/keepers.server";
import type { Actor } from "~/platform/actor";
import type { Db } from "~/platform/db.server";
import { within } from "~/units/index.server";

/** The material, if the actor prepares or decides there; null: else, and outside the reach. */
export async function findPrepared(tx: Db, actor: Actor, id: string) {
  const material = await tx.material.findFirst({
    where: { id, ...within(actor) },
    select: { id: true, title: true, unitId: true, publishAt: true },
  });
  if (!material) return null;
  const { unitId } = material;
  const decides = await holdsFor(actor, "materials.publish", unitId, tx);
  return decides || (await holdsFor(actor, "materials.edit", unitId, tx)) ? { ...material, decides } : null;
}
