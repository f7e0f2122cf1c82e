/** Appointments of everybody chosen that are to end, or to get a decision: before and after; and writing them. */
import type { Actor } from "~/platform/actor";
import { addDays } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { withinSql } from "~/units/index.server";
import type { Does } from "./operation";
import type { Stage } from "./plan.server";

const { sql, empty } = Prisma;

type SeatOperation = Does<"end" | "attach">;

/** An appointment as roster/bulk/outcome.ts knows it. */
export const seatJson = sql`jsonb_build_object('role', a.role, 'network', a.network, 'level', a.level, 'unit', u.name,
  'startsOn', a.starts_on, 'endsOn', a.ends_on, 'reason', a.end_reason,
  'decision', CASE WHEN a.decision_id IS NOT NULL THEN 'had' END)`;

/** A line for each person who holds any of the appointments in question; the others have nothing to change. */
export function seatsSql({ actor, bulkId }: Stage, operation: SeatOperation): Prisma.Sql {
  const everybody = sql`SELECT speaker_id FROM bulk_person WHERE bulk_id = ${bulkId}::uuid`;
  const done = JSON.stringify(doneBy(operation));
  const nothing = operation.does === "end" ? "none" : "known";
  return sql`
    SELECT p.speaker_id, CASE WHEN held.fits > 0 THEN 'changes' WHEN held.why IS NOT NULL THEN 'cannot' ELSE 'same' END AS verdict,
      CASE WHEN held.fits > 0 THEN NULL ELSE coalesce(held.why, ${nothing}) END AS reason,
      jsonb_build_object('seats', coalesce(held.before, '[]')) AS before,
      jsonb_build_object('seats', coalesce(held.after, '[]')) AS after
    FROM bulk_person p LEFT JOIN (
      SELECT speaker_id, count(*) FILTER (WHERE why IS NULL) AS fits, min(why) AS why,
        jsonb_agg(seat ORDER BY starts_on, id) AS before,
        jsonb_agg(CASE WHEN why IS NULL THEN seat || ${done}::jsonb ELSE seat END ORDER BY starts_on, id) AS after
      FROM (${askedSql(actor, operation, everybody)}) AS asked GROUP BY speaker_id
    ) AS held ON held.speaker_id = p.speaker_id
    WHERE p.bulk_id = ${bulkId}::uuid`;
}

/** The appointments in question of some people, and why one of them cannot be changed. */
function askedSql(actor: Actor, operation: SeatOperation, who: Prisma.Sql): Prisma.Sql {
  const { role, network } = operation;
  return sql`
    SELECT a.id, a.speaker_id, a.starts_on, ${seatJson} AS seat,
      CASE WHEN ${withinSql(actor, sql`a.unit_id`)} IS NOT TRUE THEN 'outOfReach' ${obstacles(operation)} END AS why
    FROM appointment a JOIN unit u ON u.id = a.unit_id
    WHERE a.speaker_id IN (${who}) AND ${inQuestion(operation)}
      ${role ? sql`AND a.role = ${role}` : empty} ${network ? sql`AND a.network = ${network}` : empty}`;
}

/** For a release as roster/releases.server.ts asks it: what ended long before is not in question. */
function inQuestion(operation: SeatOperation): Prisma.Sql {
  if (operation.does === "attach") return sql`a.decision_id IS NULL`;
  return sql`(a.ends_on IS NULL OR a.ends_on >= ${operation.on}::date
    OR a.ends_on = ${addDays(operation.on, -1)}::date AND a.end_reason IS NULL)`;
}

function obstacles(operation: SeatOperation): Prisma.Sql {
  if (operation.does === "attach") return empty;
  return sql`WHEN a.starts_on >= ${operation.on}::date THEN 'beginsLater' WHEN a.end_reason IS NOT NULL THEN 'released'`;
}

function doneBy(operation: SeatOperation): Record<string, string> {
  if (operation.does === "attach") return { decision: "new" };
  return { endsOn: addDays(operation.on, -1), reason: operation.reason };
}

export async function writeSeats(
  tx: Db,
  actor: Actor,
  operation: SeatOperation,
  decisionId: string | null,
  who: Prisma.Sql,
): Promise<void> {
  const fitting = sql`SELECT id FROM (${askedSql(actor, operation, who)}) AS asked WHERE why IS NULL`;
  if (operation.does === "attach") {
    await tx.$executeRaw`UPDATE appointment SET decision_id = ${decisionId}::uuid WHERE id IN (${fitting})`;
    return;
  }
  await tx.$executeRaw`
    UPDATE appointment SET ends_on = ${addDays(operation.on, -1)}::date, end_reason = ${operation.reason},
      end_decision_id = ${decisionId}::uuid
    WHERE id IN (${fitting})`;
}
