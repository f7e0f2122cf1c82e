/** A speaker's record as it stands in the database, with appointments and account: one question, one answer. */
import { z } from "zod";
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import type { Day } from "~/platform/clock";
import { ask, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { within, withinSql } from "~/units/index.server";
import type { Level, Network, ReleaseReason, Role } from "./appointment";
import type { DecisionKind } from "./decision";
import type { PartialDay, SpeakerValues } from "./speaker";

const { sql } = Prisma;

export interface AppointmentRecord {
  id: string;
  role: Role;
  network: Network;
  level: Level;
  unitId: string;
  unitName: string;
  /** Whether the actor's units take in the unit that appointed. */
  inReach: boolean;
  startsOn: Day;
  endsOn: Day | null;
  decisionId: string | null;
  decision: DecisionRecord | null;
  endReason: ReleaseReason | null;
  endDecision: DecisionRecord | null;
}

export interface DecisionRecord {
  id: string;
  number: string;
  decidedOn: Day;
  issuer: string | null;
  signer: string | null;
  kind: DecisionKind;
}

export interface SpeakerRecord extends SpeakerValues {
  id: string;
  unitName: string;
  revision: number;
  /** ISO moment. */
  updatedAt: string;
  /** The latest first. */
  appointments: AppointmentRecord[];
  account: { id: string; name: string; isOpen: boolean } | null;
  /** How records that were merged into this one called the person. */
  aliases: string[];
}

/** The record; null outside the actor's units. */
export async function findSpeaker(actor: Actor, id: string): Promise<SpeakerRecord | null> {
  if (!z.uuid().safeParse(id).success) return null;
  // One answer with everything in it, instead of a question for each table.
  const [row] = await ask<Row>(sql`
    SELECT s.id, s.full_name AS "fullName", s.given_name AS "givenName", s.birth_year AS year, s.birth_month AS month,
      s.birth_day AS day, s.gender, s.phone, s.email, s.position, s.workplace, s.education,
      s.political_theory AS "politicalTheory", s.note, s.unit_id AS "unitId", u.name AS "unitName", s.revision,
      to_char(s.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt",
      (SELECT json_build_object('id', id, 'name', coalesce(username, name), 'isOpen', disabled_at IS NULL) FROM "user" WHERE speaker_id = s.id) AS account,
      ARRAY(SELECT DISTINCT full_name FROM speaker_alias WHERE speaker_id = s.id AND full_name <> s.full_name ORDER BY 1) AS aliases,
      (SELECT coalesce(json_agg(${appointment(actor)} ORDER BY a.starts_on DESC, a.id DESC), '[]')
        FROM appointment a JOIN unit at ON at.id = a.unit_id
        LEFT JOIN decision d ON d.id = a.decision_id LEFT JOIN decision e ON e.id = a.end_decision_id
        WHERE a.speaker_id = s.id) AS appointments
    FROM speaker s JOIN unit u ON u.id = s.unit_id
    WHERE s.id = ${id}::uuid AND ${withinSql(actor, sql`s.unit_id`)}`);
  if (!row) return null;
  const { year, month, day, appointments, ...speaker } = row;
  return {
    ...speaker,
    birth: year ? { year, month, day } : null,
    appointments: appointments.map((one) => ({ ...one, endReason: reasonFor(actor, one.endReason) })),
  };
}

type Row = Omit<SpeakerRecord, "birth"> & { [Part in keyof PartialDay]: PartialDay[Part] | null };

function appointment(actor: Actor): Prisma.Sql {
  return sql`json_build_object('id', a.id, 'role', a.role, 'network', a.network, 'level', a.level, 'unitId', a.unit_id,
    'unitName', at.name, 'inReach', ${withinSql(actor, sql`a.unit_id`)}, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
    'decisionId', a.decision_id, 'decision', ${decision(sql`d`)}, 'endReason', a.end_reason,
    'endDecision', ${decision(sql`e`)})`;
}

function decision(of: Prisma.Sql): Prisma.Sql {
  return sql`CASE WHEN ${of}.id IS NOT NULL THEN json_build_object('id', ${of}.id, 'number', ${of}.number,
    'decidedOn', ${of}.decided_on, 'issuer', ${of}.issuer, 'signer', ${of}.signer, 'kind', ${of}.kind) END`;
}

/** Discipline is for those who keep the roster. */
function reasonFor(actor: Actor, reason: ReleaseReason | null): ReleaseReason | null {
  return reason === "discipline" && !may(actor, "roster.edit") ? "other" : reason;
}

/** Whether the record is there for the actor. */
export async function isInReach(actor: Actor, id: string): Promise<boolean> {
  return (await db.speaker.count({ where: { id, ...within(actor) } })) > 0;
}

/** What the person is called; null outside the actor's units. */
export async function findName(actor: Actor, id: string): Promise<string | null> {
  const speaker = await db.speaker.findFirst({ where: { id, ...within(actor) }, select: { fullName: true } });
  return speaker?.fullName ?? null;
}

/** The record into which the one of this id was merged; null: it was not, or that lies outside the actor's units. */
export async function findSurvivor(actor: Actor, id: string): Promise<string | null> {
  const alias = await db.speakerAlias.findFirst({
    where: { id, speaker: within(actor) },
    select: { speakerId: true },
  });
  return alias?.speakerId ?? null;
}
