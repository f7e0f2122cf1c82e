/** How much of the roster waits for somebody: the first page counts it, the lists named there show it. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { withinSql } from "~/units/index.server";
import { sureFrom } from "./doubles/score";
import { type Count, countLimit } from "./list/ids.server";
import { countRoster } from "./roster-list.server";
import { rosterQuery } from "./roster-query";
import { countEndingWithin } from "./terms/ending-terms.server";
import { usualHorizon } from "./terms/term";

/** A hint of what waits says no more than that there are thousands. */
const enough = 1_000;

/** People who hold an office today. */
export function countServing(actor: Actor, role: "rapporteur" | "communicator"): Promise<Count> {
  return countRoster(actor, rosterQuery({ state: "active", role }));
}

/** People whose term ends within the usual horizon of the page of ending terms, and who are not renewed yet. */
export async function countTermsEnding(actor: Actor): Promise<Count> {
  const total = await countEndingWithin(actor, usualHorizon, enough);
  return { total: Math.min(total, enough), more: total > enough };
}

/** People who serve today with a certificate that expires within 90 days. */
export function countCertificatesExpiring(actor: Actor): Promise<Count> {
  return countRoster(actor, rosterQuery({ state: "active", qualification: "expiring" }), enough);
}

/** Pairs of records that are almost surely of one person, nobody having looked at them yet. */
export async function countSurePairs(actor: Actor): Promise<Count> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (
      SELECT FROM speaker_pair p WHERE p.different_at IS NULL AND p.score >= ${sureFrom}
        AND ${withinSql(actor, Prisma.sql`p.one_unit_id`)} AND ${withinSql(actor, Prisma.sql`p.other_unit_id`)}
      LIMIT ${countLimit + 1}) AS pairs`;
  const total = row?.total ?? 0;
  return { total: Math.min(total, countLimit), more: total > countLimit };
}
