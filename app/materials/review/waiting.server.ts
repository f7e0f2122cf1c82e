/** Which materials wait for somebody's decision. */
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Language } from "~/platform/words";
import { showNumber } from "~/ui/number";
import { amongSql } from "~/units/index.server";
import { words } from "./words";

/** Whether a version is being prepared whose last word was the request, for a row of `material` named `m`: the same as `stageOf`. */
export function waitingSql(m: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${m}.trashed_at IS NULL AND EXISTS (
    SELECT FROM material_version d WHERE d.material_id = ${m}.id AND d.published_at IS NULL AND 'asked' = (
      SELECT n.verdict FROM material_review_note n WHERE n.material_id = ${m}.id AND n.at >= d.created_at
      ORDER BY n.at DESC, n.id DESC LIMIT 1)))`;
}

/** What waits for this person's decision (ask with materials.publish), for the first page: none, or one line. */
export async function listWaitingMaterials(
  actor: Actor,
  language: Language,
): Promise<{ label: string; to: string }[]> {
  const [row] = await ask<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count FROM material m
    WHERE ${waitingSql(Prisma.sql`m`)} AND ${amongSql(actor, Prisma.sql`m.unit_id`)}`);
  const count = row?.count ?? 0;
  if (count === 0) return [];
  return [{ label: words[language].waits(showNumber(count, language)), to: "/materials/review" }];
}
