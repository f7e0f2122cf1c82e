/** Who is active on a day: always from appointments, never from a flag. */
import type { Actor } from "~/platform/actor";
import { type Day, dayToColumn } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { underSql, withinSql } from "~/units/index.server";

/** Which people are active in a unit and under it on a day, by id: invariant 1 of the domain, always from appointments. */
export async function activeSpeakersOn(day: Day, unitId: string, outer: Db = db): Promise<string[]> {
  const on = dayToColumn(day);
  const rows = await outer.appointment.findMany({
    where: {
      startsOn: { lte: on },
      OR: [{ endsOn: null }, { endsOn: { gte: on } }],
      unit: { under: { some: { ancestorId: unitId } } },
    },
    select: { speakerId: true },
    distinct: ["speakerId"],
  });
  return rows.map(({ speakerId }) => speakerId);
}

/**
 * For each of the units within the actor's reach, the people kept in it or below it who are active on the day:
 * as many as the roster lists for that unit and state. Each unit's own people are counted once, then summed upwards.
 */
export async function countActiveUnder(
  actor: Actor,
  unitIds: string[],
  day: Day,
): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ id: string; people: number }[]>`
    WITH own AS (
      SELECT keeper_id, count(DISTINCT speaker_id) AS people FROM appointment
      WHERE ${underSql(unitIds, Prisma.sql`keeper_id`)}
        AND starts_on <= ${day}::date AND (ends_on IS NULL OR ends_on >= ${day}::date)
      GROUP BY keeper_id
    )
    SELECT ancestor_id::text AS id, coalesce(sum(people), 0)::int AS people
    FROM unit_scope LEFT JOIN own ON keeper_id = unit_id
    WHERE ancestor_id = ANY (${unitIds}::uuid[]) AND ${withinSql(actor, Prisma.sql`ancestor_id`)}
    GROUP BY ancestor_id`;
  return Object.fromEntries(rows.map(({ id, people }) => [id, people]));
}
