/** How many units there are within reach. */
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { withinSql } from "./scope.server";
import { levelOrder } from "./unit-tree.server";

/** How many units of each level are open today or still to open, and closed, within reach. */
export function countUnitsByLevel(actor: Actor): Promise<LevelCounts[]> {
  const closed = Prisma.sql`unit.closed_on < ${today()}::date`;
  return ask<LevelCounts>(Prisma.sql`
    SELECT level, count(*) FILTER (WHERE ${closed} IS NOT TRUE)::int AS open, count(*) FILTER (WHERE ${closed})::int AS closed
    FROM unit WHERE ${withinSql(actor, Prisma.sql`unit.id`)}
    GROUP BY level ORDER BY ${levelOrder}`);
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
