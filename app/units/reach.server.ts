/** How far somebody reaches, as units that can be kept with what they made and looked at again later. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { withinUnits } from "./scope.server";

/** The topmost units of the actor's reach. */
export async function reachOf({ reach }: Pick<Actor, "reach">): Promise<string[]> {
  if (reach !== "everywhere") return reach;
  const roots = await db.unit.findMany({ where: { parentId: null }, select: { id: true } });
  return roots.map(({ id }) => id);
}

/** Whether the actor reaches each of these units, and so all under them. */
export async function reachesAll(actor: Actor, unitIds: string[]): Promise<boolean> {
  if (actor.reach === "everywhere") return true;
  const reached = await db.unit.count({ where: { id: { in: unitIds }, ...withinUnits(actor) } });
  return reached === new Set(unitIds).size;
}
