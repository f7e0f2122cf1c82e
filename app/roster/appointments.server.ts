/** What happens to appointments: appointing, changing their dates, releasing, and taking these back right away. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { addDays, type Day, dayFromColumn, dayToColumn, showDay } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { defineSetting, readSetting } from "~/platform/settings.server";
import { findUnit, within, withinSql } from "~/units/index.server";
import {
  type AppointmentDates,
  type AppointmentValues,
  type Level,
  overlap,
  type Reinstatement,
  type ReleaseValues,
  type Span,
} from "./appointment";
import { showNumber } from "./decision";
import { resolveDecision } from "./decisions.server";
import { isLevelOpen } from "./level";
import { words } from "./words";

/** The last day on which somebody could be appointed at district level: the level ended with June 2025. */
export const lastDistrictDay = defineSetting("roster.lastDistrictDay", z.iso.date(), "2025-06-30");

/**
 * Appoints a person of the actor's units; returns its id, or null when there is no such person.
 * One of that id that is there already stays as it is.
 * Refusals: a unit outside the reach, a closed level, the same role held at that time already.
 */
export function appoint(
  actor: Actor,
  speakerId: string,
  values: AppointmentValues,
  outer?: Db,
): Promise<string | null> {
  return transaction(outer, async (tx) => {
    const speaker = await lockSpeaker(tx, actor, speakerId);
    if (!speaker) return null;
    const unit = await findUnit(actor, values.unitId);
    if (!unit) throw new Refusal(words.errors.unitUnknown, "unitId");
    if (await findOne(tx, actor, speakerId, values.id)) return values.id;
    await refuseClosedLevel(tx, values.level, values.startsOn);
    await refuseOverlap(tx, { speakerId, ...values });
    const decision = await resolveDecision(tx, actor, values.decision, values);
    const { id, role, network, level, startsOn, endsOn, unitId } = values;
    await tx.appointment.create({
      data: { id, speakerId, unitId, role, network, level, ...columnsOf(values), decisionId: decision.id },
    });
    await audit(tx, actor, "speaker.appointed", {
      ...about(speaker),
      after: {
        ...{ role, network, level },
        appointmentUnit: unit.name,
        startsOn,
        endsOn,
        decision: decision.name,
      },
    });
    return id;
  });
}

/** Changes first day, last day and decision of an appointment. False: there is none of this id in the actor's units. */
export function changeAppointment(
  actor: Actor,
  speakerId: string,
  id: string,
  values: AppointmentDates,
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    const speaker = await lockSpeaker(tx, actor, speakerId);
    const before = speaker && (await findOne(tx, actor, speakerId, id));
    if (!speaker || !before) return false;
    const level = before.level as Level;
    await refuseClosedLevel(tx, level, values.startsOn);
    await refuseOverlap(tx, { ...before, ...values });
    const decision = await resolveDecision(tx, actor, values.decision, { unitId: before.unitId, level });
    await tx.appointment.update({ where: { id }, data: { ...columnsOf(values), decisionId: decision.id } });
    const { startsOn, endsOn } = values;
    await audit(tx, actor, "speaker.appointment_changed", {
      ...about(speaker),
      before: { ...spanOf(before), decision: decisionName(before.decision) },
      after: { startsOn, endsOn, decision: decision.name },
    });
    return true;
  });
}

/**
 * Ends appointments on the day before `on`, all or none, by one decision. Null: no such person in the actor's units;
 * else the last days as they were, for taking it back. Refusals: one that has not begun or is over by then.
 */
export function releaseSpeaker(
  actor: Actor,
  speakerId: string,
  values: ReleaseValues,
  outer?: Db,
): Promise<Reinstatement[] | null> {
  return transaction(outer, async (tx) => {
    const speaker = await lockSpeaker(tx, actor, speakerId);
    if (!speaker) return null;
    const ended = await tx.appointment.findMany({
      where: { id: { in: values.appointmentIds }, speakerId, ...within(actor) },
      include: { decision: true, unit: { select: { name: true } } },
      orderBy: { startsOn: "asc" },
    });
    const [first] = ended;
    if (!first || ended.length !== new Set(values.appointmentIds).size) {
      throw new Refusal(words.errors.notStanding, "appointmentIds");
    }
    for (const appointment of ended) refuseImpossibleRelease(appointment, values.on);
    const decision = await resolveDecision(tx, actor, values.decision, {
      unitId: first.unitId,
      level: first.level as Level,
    });
    const endsOn = addDays(values.on, -1);
    await tx.appointment.updateMany({
      where: { id: { in: ended.map(({ id }) => id) } },
      data: { endsOn: dayToColumn(endsOn), endReason: values.reason, endDecisionId: decision.id },
    });
    await audit(tx, actor, "speaker.released", {
      ...about(speaker),
      after: {
        appointments: ended.map(nameOf),
        releasedOn: values.on,
        reason: values.reason,
        endDecision: decision.name,
      },
    });
    return ended.map(({ id, endsOn }) => ({ id, endsOn: dayFromColumn(endsOn) }));
  });
}

/** Takes a release back. False: no such person. Refusals: something newer stands in the way. */
export function reinstateSpeaker(
  actor: Actor,
  speakerId: string,
  ends: Reinstatement[],
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    const speaker = await lockSpeaker(tx, actor, speakerId);
    if (!speaker) return false;
    const released = await tx.appointment.findMany({
      where: {
        id: { in: ends.map(({ id }) => id) },
        speakerId,
        endReason: { not: null },
        ...within(actor),
      },
      include: { unit: { select: { name: true } }, endDecision: true },
    });
    if (released.length === 0 || released.length !== ends.length) throw new Refusal(words.errors.notLast);
    for (const { id, endsOn } of ends) {
      const appointment = released.find((one) => one.id === id);
      if (!appointment) continue;
      await refuseOverlap(tx, { ...appointment, ...spanOf(appointment), endsOn });
      await tx.appointment.update({
        where: { id },
        data: { endsOn: endsOn && dayToColumn(endsOn), endReason: null, endDecisionId: null },
      });
    }
    await audit(tx, actor, "speaker.reinstated", {
      ...about(speaker),
      before: { reason: released[0]?.endReason, endDecision: decisionName(released[0]?.endDecision ?? null) },
      after: { appointments: released.map(nameOf) },
    });
    return true;
  });
}

/** For how long an appointment recorded by mistake can be taken back. */
const withdrawalMinutes = 15;

/** Takes back an appointment just recorded: as if it had never been, but for the audit trail. False: there is none. */
export function withdrawAppointment(
  actor: Actor,
  speakerId: string,
  id: string,
  outer?: Db,
): Promise<boolean> {
  return transaction(outer, async (tx) => {
    const speaker = await lockSpeaker(tx, actor, speakerId);
    const appointment = speaker && (await findOne(tx, actor, speakerId, id));
    if (!speaker || !appointment) return false;
    if (Date.now() - appointment.createdAt.getTime() > withdrawalMinutes * 60_000) {
      throw new Refusal(words.errors.tooLate);
    }
    if (appointment.endReason) throw new Refusal(words.errors.notLast);
    await tx.appointment.delete({ where: { id } });
    await audit(tx, actor, "speaker.appointment_withdrawn", {
      ...about(speaker),
      before: factsOf(appointment),
    });
    return true;
  });
}

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

interface Locked {
  id: string;
  fullName: string;
  unitId: string;
}

/** One writer at a time on a person, so that the checks below hold until the end; the record counts as changed. */
async function lockSpeaker(tx: Db, actor: Actor, id: string): Promise<Locked | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [locked] = await tx.$queryRaw<Locked[]>`
    UPDATE speaker SET updated_at = now()
    WHERE id = ${id}::uuid AND ${withinSql(actor, Prisma.sql`speaker.unit_id`)}
    RETURNING id::text, full_name AS "fullName", unit_id::text AS "unitId"`;
  return locked ?? null;
}

async function findOne(tx: Db, actor: Actor, speakerId: string, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  return tx.appointment.findFirst({
    where: { id, speakerId, ...within(actor) },
    include: { unit: { select: { name: true } }, decision: true },
  });
}

async function refuseClosedLevel(tx: Db, level: Level, startsOn: Day) {
  const lastDay = await readSetting(lastDistrictDay, tx);
  if (!isLevelOpen(level, startsOn, lastDay)) {
    throw new Refusal(words.errors.districtClosed(showDay(lastDay)), "level");
  }
}

interface Post extends Span {
  id?: string;
  speakerId: string;
  unitId: string;
  role: string;
  network: string;
}

/** The exclusion constraint says the same, but not in words. */
async function refuseOverlap(tx: Db, { id, speakerId, unitId, role, network, ...span }: Post) {
  const others = await tx.appointment.findMany({
    where: { speakerId, unitId, role, network, ...(id && { id: { not: id } }) },
    select: { startsOn: true, endsOn: true },
  });
  const other = others.map(spanOf).find((held) => overlap(held, span));
  if (!other) return;
  const { startsOn, endsOn } = other;
  throw new Refusal(
    {
      vi: words.vi.errors.overlap(`${showDay(startsOn)} – ${endsOn ? showDay(endsOn) : "…"}`),
      en: words.en.errors.overlap(`${showDay(startsOn)} – ${endsOn ? showDay(endsOn) : "…"}`),
    },
    "startsOn",
  );
}

function refuseImpossibleRelease(appointment: { startsOn: Date; endsOn: Date | null }, on: Day) {
  const { startsOn, endsOn } = spanOf(appointment);
  if (on <= startsOn) throw new Refusal(words.errors.releaseTooEarly(showDay(startsOn)), "on");
  if (endsOn && on > addDays(endsOn, 1))
    throw new Refusal(words.errors.releaseTooLate(showDay(endsOn)), "on");
}

function about({ id, fullName, unitId }: Locked) {
  return { kind: "speaker", id, title: fullName, unitId };
}

function columnsOf({ startsOn, endsOn }: Span) {
  return { startsOn: dayToColumn(startsOn), endsOn: endsOn && dayToColumn(endsOn) };
}

function spanOf({ startsOn, endsOn }: { startsOn: Date; endsOn: Date | null }): Span {
  return { startsOn: dayFromColumn(startsOn), endsOn: dayFromColumn(endsOn) };
}

function decisionName(decision: Prisma.DecisionGetPayload<object> | null): string | null {
  return decision && `${showNumber(decision.number)}, ${showDay(dayFromColumn(decision.decidedOn))}`;
}

function nameOf(appointment: { role: string; unit: { name: string } }): string {
  return `${words.vi.roles[appointment.role as "rapporteur"]}, ${appointment.unit.name}`;
}

function factsOf(appointment: NonNullable<Awaited<ReturnType<typeof findOne>>>): Facts {
  const { role, network, level } = appointment;
  return {
    ...{ role, network, level },
    appointmentUnit: appointment.unit.name,
    ...spanOf(appointment),
    decision: decisionName(appointment.decision),
  };
}
