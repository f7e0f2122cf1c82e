/** Letters that could not go, for the first page: somebody has to put an address right, or tell the person otherwise. */
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Language } from "~/platform/words";
import { showNumber } from "~/ui/number";
import { withinSql } from "~/units/index.server";
import { words } from "./words";

/** Of the last 30 days, within the actor's units (ask with outbox.manage): none, or one line. */
export async function listFailedMail(
  actor: Actor,
  language: Language,
): Promise<{ label: string; to: string }[]> {
  const [row] = await ask<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count FROM mail m WHERE m.state = 'failed'
      AND m.not_before > now() - interval '30 days' AND ${withinSql(actor, Prisma.sql`m.unit_id`)}`);
  if (!row?.count) return [];
  return [{ label: words[language].failed(showNumber(row.count, language)), to: "/outbox?state=failed" }];
}
