/** Everybody chosen, in another unit: before and after; and moving them. */
import { addDays, type Day } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Does } from "./operation";
import type { Stage } from "./plan.server";
import { seatJson } from "./plan-seats.server";

const { sql } = Prisma;

/** A line for each person. One appointment that cannot go along keeps the person where they are. */
export function movesSql(stage: Stage, operation: Does<"move" | "unit">): Prisma.Sql {
  const { bulkId } = stage;
  const { unitId } = operation;
  const everybody = sql`SELECT speaker_id FROM bulk_person WHERE bulk_id = ${bulkId}::uuid`;
  const seats = operation.does === "move" ? heldSql(stage.lastDay, operation, everybody) : noSeats;
  return sql`
    SELECT s.id AS speaker_id,
      CASE WHEN s.unit_id = ${unitId}::uuid THEN 'same' WHEN held.why IS NOT NULL THEN 'cannot' ELSE 'changes' END AS verdict,
      CASE WHEN s.unit_id = ${unitId}::uuid THEN 'there' ELSE held.why END AS reason,
      jsonb_build_object('unit', home.name, 'seats', coalesce(held.before, '[]')) AS before,
      jsonb_build_object('unit', goal.name, 'seats', coalesce(held.after, '[]')) AS after
    FROM bulk_person p JOIN speaker s ON s.id = p.speaker_id JOIN unit home ON home.id = s.unit_id
    JOIN unit goal ON goal.id = ${unitId}::uuid
    LEFT JOIN (${seats}) AS held ON held.speaker_id = s.id
    WHERE p.bulk_id = ${bulkId}::uuid`;
}

const noSeats = sql`SELECT NULL::uuid AS speaker_id, NULL::text AS why, NULL::jsonb AS before, NULL::jsonb AS after`;

function heldSql(lastDay: Day, operation: Does<"move">, who: Prisma.Sql): Prisma.Sql {
  const ended = JSON.stringify({ endsOn: addDays(operation.on, -1), reason: "moved" });
  const begun = JSON.stringify({
    startsOn: operation.on,
    decision: operation.decision.choice === "unknown" ? null : "new",
  });
  return sql`
    SELECT speaker_id, min(why) AS why, jsonb_agg(seat ORDER BY starts_on, id) AS before,
      jsonb_agg(seat || ${ended}::jsonb ORDER BY starts_on, id)
        || jsonb_agg(seat || ${begun}::jsonb || jsonb_build_object('unit', goal_name) ORDER BY starts_on, id) AS after
    FROM (${askedSql(lastDay, operation, who)}) AS asked GROUP BY speaker_id`;
}

/** The appointments for the unit that keeps the record which stand on the day or later, and why one cannot go along. */
function askedSql(lastDay: Day, { unitId, on }: Does<"move">, who: Prisma.Sql): Prisma.Sql {
  return sql`
    SELECT a.id, a.speaker_id, a.starts_on, a.ends_on, a.role, a.network, a.level, ${seatJson} AS seat,
      (SELECT name FROM unit WHERE id = ${unitId}::uuid) AS goal_name,
      CASE WHEN a.starts_on >= ${on}::date THEN 'beginsLater' WHEN a.end_reason IS NOT NULL THEN 'released'
        WHEN a.level = 'district_legacy' AND ${on}::date > ${lastDay}::date THEN 'levelClosed'
        WHEN EXISTS (SELECT FROM appointment o WHERE o.speaker_id = a.speaker_id AND o.unit_id = ${unitId}::uuid
          AND o.role = a.role AND o.network = a.network
          AND daterange(o.starts_on, o.ends_on, '[]') && daterange(${on}::date, a.ends_on, '[]')) THEN 'overlaps' END AS why
    FROM appointment a JOIN speaker keeper ON keeper.id = a.speaker_id AND keeper.unit_id = a.unit_id
    JOIN unit u ON u.id = a.unit_id
    WHERE a.speaker_id IN (${who}) AND (a.ends_on IS NULL OR a.ends_on >= ${on}::date)`;
}

/** Appointments first: which of them go along is known by the unit that still keeps the record. */
export async function writeMoves(
  tx: Db,
  operation: Does<"move" | "unit">,
  decisionId: string | null,
  lastDay: Day,
  who: Prisma.Sql,
): Promise<void> {
  if (operation.does === "move") await moveSeats(tx, operation, decisionId, lastDay, who);
  await tx.$executeRaw`UPDATE speaker SET unit_id = ${operation.unitId}::uuid WHERE id IN (${who})`;
}

/** One statement, so that what begins does not count among what stands. In a term of the new unit, where there is one. */
async function moveSeats(
  tx: Db,
  operation: Does<"move">,
  decisionId: string | null,
  lastDay: Day,
  who: Prisma.Sql,
): Promise<void> {
  const { unitId, on } = operation;
  await tx.$executeRaw`
    WITH asked AS MATERIALIZED (${askedSql(lastDay, operation, who)}),
    begun AS (
      INSERT INTO appointment (id, speaker_id, unit_id, role, network, level, starts_on, ends_on, term_id, decision_id)
      SELECT gen_random_uuid(), speaker_id, ${unitId}::uuid, role, network, level, ${on}::date, ends_on,
        (SELECT id FROM term WHERE unit_id = ${unitId}::uuid AND starts_on <= ${on}::date AND ends_on >= ${on}::date
          ORDER BY starts_on DESC LIMIT 1), ${decisionId}::uuid
      FROM asked RETURNING 1
    )
    UPDATE appointment SET ends_on = ${addDays(on, -1)}::date, end_reason = 'moved', end_decision_id = ${decisionId}::uuid
    WHERE id IN (SELECT id FROM asked)`;
}
