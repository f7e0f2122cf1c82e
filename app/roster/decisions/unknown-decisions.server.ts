/** Appointments whose decision is unknown: the list of them, and putting many behind a decision at once. */
import type { Actor } from "~/platform/actor";
import { audit, auditMany } from "~/platform/audit.server";
import { asChangeSet } from "~/platform/change-sets.server";
import { dayFromColumn, showDay } from "~/platform/clock";
import { ask, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import type { Level, Network, Role } from "~/roster/appointment";
import { showNumber } from "~/roster/decision";
import { resolveDecision } from "~/roster/decisions.server";
import { amongSql, areaOf, underSql, withinSql } from "~/units/index.server";
import { aboutDecision } from "./decision-records.server";
import type { Attachment, UnknownQuery } from "./unknown-query";
import { unknownPageSize } from "./unknown-query";
import { words } from "./words";

const { sql, join, raw, empty } = Prisma;

export interface UnknownAppointment {
  id: string;
  speakerId: string;
  fullName: string;
  role: Role;
  network: Network;
  level: Level;
  unitName: string;
  startsOn: string;
  endsOn: string | null;
}

export async function listUnknown(actor: Actor, query: UnknownQuery) {
  const where = conditionsOf(actor, query, await areaOf(actor, null));
  // Of some units they are gathered once for both; of everybody each is read from an index of its order.
  const isWide = actor.reach === "everywhere";
  const gathered = isWide
    ? empty
    : sql`WITH waiting AS MATERIALIZED (SELECT a.* FROM appointment a WHERE ${where})`;
  const waiting = isWide ? sql`(SELECT a.* FROM appointment a WHERE ${where})` : sql`waiting`;
  // One statement, with a row without an appointment where the page is empty; only the people of the page are fetched.
  const rows = await ask<{ total: number } & (UnknownAppointment | { id: null })>(sql`
    ${gathered}
    SELECT counted.total, a.id::text, s.id::text AS "speakerId", s.full_name AS "fullName", a.role, a.network, a.level,
      unit.name AS "unitName", a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn"
    FROM (SELECT count(*)::int AS total FROM (SELECT FROM ${waiting} AS a LIMIT 10001) AS found) AS counted
    LEFT JOIN (SELECT a.*, row_number() OVER () AS place FROM (
      SELECT a.* FROM ${waiting} AS a JOIN unit ON unit.id = a.unit_id
      ORDER BY unit.sort_key, unit.id, a.starts_on, a.sort_key, a.id
      LIMIT ${raw(String(unknownPageSize))} OFFSET ${(query.page - 1) * unknownPageSize}) AS a) AS a ON true
    LEFT JOIN speaker s ON s.id = a.speaker_id LEFT JOIN unit ON unit.id = a.unit_id ORDER BY a.place`);
  const total = rows[0]?.total ?? 0;
  return {
    appointments: rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])),
    count: { total: Math.min(total, 10_000), more: total > 10_000 },
  };
}

/** Both the person's record and the appointment's unit must be in reach. `area`: where exactly the people in reach lie. */
function conditionsOf(
  actor: Actor,
  { unit, startsOn }: Pick<UnknownQuery, "unit" | "startsOn">,
  area: string | null = null,
) {
  return join(
    [
      sql`a.decision_id IS NULL`,
      amongSql(actor, sql`a.unit_id`),
      area ? sql`a.area_id = ${area}::uuid` : withinSql(actor, sql`a.keeper_id`),
      ...(unit ? [underSql([unit], sql`a.unit_id`)] : []),
      ...(startsOn ? [sql`a.starts_on = ${startsOn}::date`] : []),
    ],
    " AND ",
  );
}

/**
 * Puts a decision behind the appointments, as one change that can be taken back on the decision's page.
 * Refusals: a decision outside the reach; an appointment that is gone, or whose decision is known by now.
 */
export function attachDecision(actor: Actor, { appointmentIds, decision: choice }: Attachment) {
  return transaction(
    undefined,
    async (tx) => {
      const people = await tx.$queryRaw<Attached[]>`
        SELECT a.id::text, s.id::text AS "speakerId", s.full_name AS "fullName", s.unit_id::text AS "keeperId",
          a.unit_id::text AS "unitId", a.level, a.role, unit.name AS "unitName"
        FROM appointment a JOIN speaker s ON s.id = a.speaker_id JOIN unit ON unit.id = a.unit_id
        WHERE a.id = ANY (${appointmentIds}::uuid[]) AND ${conditionsOf(actor, { unit: null, startsOn: null })}
        ORDER BY a.id FOR UPDATE OF a`;
      const [first] = people;
      if (!first || people.length !== new Set(appointmentIds).size)
        throw new Refusal(words.errors.knownByNow);
      const { id } = await resolveDecision(tx, actor, choice, first);
      const decision = await tx.decision.findUniqueOrThrow({ where: { id: id ?? "" } });
      const change = {
        kind: "roster.decision",
        title: showNumber(decision.number),
        unitId: decision.unitId,
        subjectId: decision.id,
      };
      const { changeSetId } = await asChangeSet(tx, actor, change, () =>
        tx.appointment.updateMany({
          where: { id: { in: people.map((one) => one.id) } },
          data: { decisionId: decision.id },
        }),
      );
      const named = `${showNumber(decision.number)}, ${showDay(dayFromColumn(decision.decidedOn))}`;
      await auditMany(
        tx,
        actor,
        "speaker.appointment_changed",
        people.map(({ speakerId, fullName, keeperId }) => ({
          ...{ kind: "speaker", id: speakerId, title: fullName, unitId: keeperId },
          after: { decision: named },
        })),
      );
      await audit(tx, actor, "decision.attached", {
        ...aboutDecision(decision),
        after: { people: people.length },
      });
      return { decisionId: decision.id, changeSetId, count: people.length };
    },
    { timeout: 60_000 },
  );
}

interface Attached {
  id: string;
  speakerId: string;
  fullName: string;
  keeperId: string;
  unitId: string;
  level: Level;
  role: Role;
  unitName: string;
}
