/** What happens to appointments: appointing, changing their dates, and taking one back right away. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { dayFromColumn } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { findUnit, within } from "~/units/index.server";
import type { AppointmentDates, AppointmentValues, Level } from "./appointment";
import {
  about,
  columnsOf,
  decisionName,
  lockSpeaker,
  refuseClosedLevel,
  refuseClosedUnit,
  refuseOverlap,
  spanOf,
} from "./appointment-checks.server";
import { resolveDecision } from "./decisions.server";
import { words } from "./words";

/**
 * Appoints a person of the actor's units; returns its id, or null when there is no such person.
 * One of that id that is there already stays as it is.
 * Refusals: a unit outside the reach or closed by then, a closed level, the same role held at that time already.
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
    refuseClosedUnit(unit, values.startsOn);
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
    const { name, closedOn } = before.unit;
    refuseClosedUnit({ name, closedOn: dayFromColumn(closedOn) }, values.startsOn);
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

async function findOne(tx: Db, actor: Actor, speakerId: string, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  return tx.appointment.findFirst({
    where: { id, speakerId, ...within(actor) },
    include: { unit: { select: { name: true, closedOn: true } }, decision: true },
  });
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
