/** Areas: units (provinces) whose people carry the unit's id themselves, so that a list of theirs asks one equality. */
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";

/** So long (ms) a change of the tree by another process may go unseen; by this one none does. */
const keptFor = 5_000;
/** No command on the tree takes longer (ms): one that moves a province takes all its people along. */
export const longestTreeCommand = 600_000;

let kept: { ids: Promise<Set<string>>; until: number } | null = null;
let mayChangeUntil = 0;

/**
 * The one area in which lie exactly the people of `unit`, or without it of the actor's reach; null if there is none.
 * Who carries an area always stands under it: asked too late, after it has ceased to be one, it holds nobody.
 */
export async function areaOf({ reach }: Actor, unit: string | null): Promise<string | null> {
  const asked = unit ?? (reach !== "everywhere" && reach.length === 1 ? reach[0] : null);
  if (!asked || (reach !== "everywhere" && !reach.includes(asked))) return null;
  return (await listAreas()).has(asked) ? asked : null;
}

/** Called by every command on the tree: until it must be done, each reader asks the database. */
export function areasMayChange(): void {
  kept = null;
  mayChangeUntil = Date.now() + longestTreeCommand;
}

function listAreas(): Promise<Set<string>> {
  const now = Date.now();
  if (now < mayChangeUntil) return readAreas();
  if (!kept || now > kept.until) {
    const ids = readAreas();
    kept = { ids, until: now + keptFor };
    ids.catch(() => {
      kept = null;
    });
  }
  return kept.ids;
}

async function readAreas(): Promise<Set<string>> {
  const areas = await ask<{ id: string }>(Prisma.sql`SELECT id::text FROM unit WHERE area_id = id`);
  return new Set(areas.map(({ id }) => id));
}
