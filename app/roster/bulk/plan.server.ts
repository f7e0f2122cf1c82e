/** What an operation would make of everybody chosen, worked out by the database at once: the same for the preview and for the deed. */
import type { Actor } from "~/platform/actor";
import type { Day } from "~/platform/clock";
import { Prisma } from "~/platform/prisma/client";
import { withinSql } from "~/units/index.server";
import type { Operation } from "./operation";
import { movesSql } from "./plan-moves.server";
import { seatsSql } from "./plan-seats.server";
import { skillsSql } from "./plan-skills.server";

const { sql } = Prisma;

export interface Stage {
  actor: Actor;
  bulkId: string;
  /** The last day of the district level, see roster/appointment-checks.server. */
  lastDay: Day;
}

/** A line for each person of the bulk edit: speaker_id, verdict, reason, before, after. */
export function planSql(stage: Stage, operation: Operation): Prisma.Sql {
  const { actor, bulkId } = stage;
  const told = tellingOf(stage, operation);
  return sql`
    SELECT p.speaker_id, CASE WHEN s.id IS NULL THEN 'cannot' ELSE coalesce(told.verdict, 'same') END AS verdict,
      CASE WHEN s.id IS NULL THEN 'gone' ELSE told.reason END AS reason, told.before, told.after
    FROM bulk_person p LEFT JOIN speaker s ON s.id = p.speaker_id AND ${withinSql(actor, sql`s.unit_id`)}
    LEFT JOIN (${told}) AS told ON told.speaker_id = s.id
    WHERE p.bulk_id = ${bulkId}::uuid`;
}

function tellingOf(stage: Stage, operation: Operation): Prisma.Sql {
  if (operation.does === "topics" || operation.does === "languages")
    return skillsSql(stage.bulkId, operation);
  if (operation.does === "move" || operation.does === "unit") return movesSql(stage, operation);
  return seatsSql(stage, operation);
}
