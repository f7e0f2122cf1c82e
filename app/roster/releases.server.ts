/** Ending appointments by a decision, and taking that back. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { addDays, type Day, dayFromColumn, dayToColumn, showDay } from "~/platform/clock";
import { type Db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import type { Level, Reinstatement, ReleaseValues } from "./appointment";
import { about, decisionName, lockSpeaker, refuseOverlap, spanOf } from "./appointment-checks.server";
import { resolveDecision } from "./decisions.server";
import { words } from "./words";

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

function refuseImpossibleRelease(appointment: { startsOn: Date; endsOn: Date | null }, on: Day) {
  const { startsOn, endsOn } = spanOf(appointment);
  if (on <= startsOn) throw new Refusal(words.errors.releaseTooEarly(showDay(startsOn)), "on");
  if (endsOn && on > addDays(endsOn, 1))
    throw new Refusal(words.errors.releaseTooLate(showDay(endsOn)), "on");
}

function nameOf(appointment: { role: string; unit: { name: string } }): string {
  return `${words.vi.roles[appointment.role as "rapporteur"]}, ${appointment.unit.name}`;
}
