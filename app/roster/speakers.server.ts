/** Speakers in the database: their records, who resembles whom, and the commands that add and change them. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { type Day, dayFromColumn } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { showPhone } from "~/platform/phone";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { fold } from "~/platform/text";
import { findUnit, within, withinSql } from "~/units/index.server";
import type { Level, Network, ReleaseReason, Role } from "./appointment";
import type { DecisionKind } from "./decision";
import {
  type Gender,
  type PoliticalTheoryLevel,
  type SpeakerInput,
  type SpeakerValues,
  showPartialDay,
} from "./speaker";
import { sortNameOf } from "./speaker-name";
import { words } from "./words";

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
  account: { id: string; name: string } | null;
}

/** The record; null outside the actor's units. */
export async function findSpeaker(actor: Actor, id: string): Promise<SpeakerRecord | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const speaker = await db.speaker.findFirst({
    where: { id, ...within(actor) },
    include: {
      unit: { select: { name: true } },
      user: { select: { id: true, username: true, name: true } },
      appointments: {
        include: { unit: { select: { name: true } }, decision: true, endDecision: true },
        orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      },
    },
  });
  if (!speaker) return null;
  const reached = new Set(
    (await db.appointment.findMany({ where: { speakerId: id, ...within(actor) }, select: { id: true } })).map(
      (appointment) => appointment.id,
    ),
  );
  return {
    ...valuesOf(speaker),
    id,
    unitName: speaker.unit.name,
    revision: speaker.revision,
    updatedAt: speaker.updatedAt.toISOString(),
    account: speaker.user && { id: speaker.user.id, name: speaker.user.username ?? speaker.user.name },
    appointments: speaker.appointments.map((appointment) => ({
      id: appointment.id,
      role: appointment.role as Role,
      network: appointment.network as Network,
      level: appointment.level as Level,
      unitId: appointment.unitId,
      unitName: appointment.unit.name,
      inReach: reached.has(appointment.id),
      startsOn: dayFromColumn(appointment.startsOn),
      endsOn: dayFromColumn(appointment.endsOn),
      decisionId: appointment.decisionId,
      decision: appointment.decision && decisionOf(appointment.decision),
      endReason: reasonFor(actor, appointment.endReason as ReleaseReason | null),
      endDecision: appointment.endDecision && decisionOf(appointment.endDecision),
    })),
  };
}

export interface SimilarPerson {
  id: string;
  fullName: string;
  birthYear: number | null;
  unitName: string;
  sameName: boolean;
  samePhone: boolean;
  sameBirth: boolean;
  sameUnit: boolean;
}

/**
 * People already there who may be this one: the same words in the name, in any order and without tone marks,
 * or the same phone; those who agree in more come first. At most five, within the actor's units.
 */
export async function listSimilar(
  actor: Actor,
  asked: { fullName: string; birthYear: number | null; phone: string | null; unitId: string | null },
): Promise<SimilarPerson[]> {
  const nameWords = fold(asked.fullName).split(" ").filter(Boolean);
  if (nameWords.length < 2 && !asked.phone) return [];
  const sameWords =
    nameWords.length < 2
      ? Prisma.sql`false`
      : Prisma.sql`(s.search_name LIKE ALL (${nameWords.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`)})
          AND ' ' || s.search_name || ' ' LIKE ALL (${nameWords.map((word) => `% ${word.replace(/[\\%_]/g, "\\$&")} %`)})
          AND length(s.search_name) <= ${nameWords.join(" ").length + 6})`;
  const rows = await db.$queryRaw<SimilarPerson[]>`
    SELECT id, "fullName", "birthYear", "unitName", "sameName", "samePhone", "sameBirth", "sameUnit" FROM (
      SELECT s.id::text, s.full_name AS "fullName", s.birth_year AS "birthYear", u.name AS "unitName", s.sort_key,
        s.search_name = ${nameWords.join(" ")} AS "sameName",
        coalesce(s.phone = ${asked.phone}, false) AS "samePhone",
        coalesce(s.birth_year = ${asked.birthYear}::int, false) AS "sameBirth",
        coalesce(s.unit_id = ${asked.unitId}::uuid, false) AS "sameUnit"
      FROM speaker s JOIN unit u ON u.id = s.unit_id
      WHERE ${withinSql(actor, Prisma.sql`s.unit_id`)} AND (${sameWords} OR s.phone = ${asked.phone})
    ) AS alike
    ORDER BY "samePhone" DESC, "sameBirth"::int + "sameName"::int + "sameUnit"::int DESC, sort_key, id
    LIMIT 5`;
  return rows;
}

/** Returns the id; a record of that id that is there already stays as it is. Refusals: a unit outside the actor's reach. */
export function addSpeaker(
  actor: Actor,
  { id = randomUUID(), ...values }: SpeakerValues & { id?: string },
  outer?: Db,
): Promise<string> {
  return transaction(outer, async (tx) => {
    const unit = await unitInReach(actor, values.unitId);
    const { count } = await tx.speaker.createMany({
      data: { id, ...columnsOf(values) },
      skipDuplicates: true,
    });
    if (count === 0) return id;
    await audit(tx, actor, "speaker.added", {
      kind: "speaker",
      id,
      title: values.fullName,
      unitId: unit.id,
      after: factsOf(values, unit.name),
    });
    return id;
  });
}

/**
 * Saves the record if nobody has since `revision`.
 * False: not within the actor's units. Refusals: "revision" when somebody was quicker; a unit outside the reach.
 */
export function updateSpeaker(
  actor: Actor,
  id: string,
  { revision, ...values }: SpeakerValues & { revision: number },
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM speaker WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await tx.speaker.findFirst({
      where: { id, ...within(actor) },
      include: { unit: { select: { name: true } } },
    });
    if (!before) return false;
    if (before.revision !== revision) throw new Refusal(words.errors.changedMeanwhile, "revision");
    const unit =
      values.unitId === before.unitId
        ? { id: before.unitId, name: before.unit.name }
        : await unitInReach(actor, values.unitId);
    await tx.speaker.update({ where: { id }, data: { ...columnsOf(values), revision: { increment: 1 } } });
    await audit(tx, actor, "speaker.updated", {
      kind: "speaker",
      id,
      title: values.fullName,
      unitId: unit.id,
      before: factsOf(valuesOf(before), before.unit.name),
      after: factsOf(values, unit.name),
    });
    return true;
  });
}

/** Discipline is for those who keep the roster. */
function reasonFor(actor: Actor, reason: ReleaseReason | null): ReleaseReason | null {
  return reason === "discipline" && !may(actor, "roster.edit") ? "other" : reason;
}

/** What a form of this record holds. */
export function inputOf(record: SpeakerRecord): SpeakerInput {
  const { fullName, givenName, birth, gender, phone, email, position, workplace, education } = record;
  const { politicalTheory, note, unitId } = record;
  return {
    fullName,
    givenName: givenName ?? "",
    birth,
    gender: gender ?? "",
    phone: phone ? showPhone(phone) : "",
    email: email ?? "",
    position: position ?? "",
    workplace: workplace ?? "",
    education: education ?? "",
    politicalTheory: politicalTheory ?? "",
    note: note ?? "",
    unitId,
  };
}

async function unitInReach(actor: Actor, id: string) {
  const unit = await findUnit(actor, id);
  if (!unit) throw new Refusal(words.errors.unitUnknown, "unitId");
  return unit;
}

function columnsOf({ birth, ...values }: SpeakerValues) {
  return {
    ...values,
    sortName: sortNameOf(values.fullName, values.givenName),
    birthYear: birth?.year ?? null,
    birthMonth: birth?.month ?? null,
    birthDay: birth?.day ?? null,
  };
}

type SpeakerColumns = Prisma.SpeakerGetPayload<object>;

function valuesOf(speaker: SpeakerColumns): SpeakerValues {
  const { fullName, givenName, phone, email, position, workplace, education, note, unitId } = speaker;
  return {
    ...{ fullName, givenName, phone, email, position, workplace, education, note, unitId },
    gender: speaker.gender as Gender | null,
    politicalTheory: speaker.politicalTheory as PoliticalTheoryLevel | null,
    birth: speaker.birthYear
      ? { year: speaker.birthYear, month: speaker.birthMonth, day: speaker.birthDay }
      : null,
  };
}

function factsOf({ birth, phone, unitId: _, ...values }: SpeakerValues, unit: string): Facts {
  return { ...values, birth: birth && showPartialDay(birth), phone: phone && showPhone(phone), unit };
}

function decisionOf({ id, number, decidedOn, issuer, signer, kind }: Prisma.DecisionGetPayload<object>) {
  return { id, number, decidedOn: dayFromColumn(decidedOn), issuer, signer, kind: kind as DecisionKind };
}
