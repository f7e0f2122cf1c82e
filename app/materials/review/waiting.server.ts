/** Which materials wait for somebody's decision. */
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { amongUnitsSql } from "~/units/index.server";

/** Whether a version is being prepared whose last word was the request, for a row of `material` named `m`: the same as `stageOf`. */
export function waitingSql(m: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${m}.trashed_at IS NULL AND EXISTS (
    SELECT FROM material_version d WHERE d.material_id = ${m}.id AND d.published_at IS NULL AND 'asked' = (
      SELECT n.verdict FROM material_review_note n WHERE n.material_id = ${m}.id AND n.at >= d.created_at
      ORDER BY n.at DESC, n.id DESC LIMIT 1)))`;
}

/** How many wait under these units: for the first page. */
export async function countWaitingReview(actor: Actor, unitIds: string[]): Promise<number> {
  const where =
    actor.reach === "everywhere" ? Prisma.sql`true` : amongUnitsSql(unitIds, Prisma.sql`m.unit_id`);
  const [row] = await ask<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count FROM material m WHERE ${waitingSql(Prisma.sql`m`)} AND ${where}`);
  return row?.count ?? 0;
}
