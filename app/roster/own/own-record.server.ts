/** One's own record as the department holds it, and nobody else's. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { findSkills } from "~/roster/record/record.server";
import { findSpeaker } from "~/roster/speakers.server";

/** An actor who is asked for nothing but the own record. */
export interface Oneself extends Actor {
  speakerId: string;
}

/** With the reach that the own record needs: for questions that name that record. Null: the account belongs to none. */
export async function asOneself(actor: Actor): Promise<Oneself | null> {
  if (!actor.speakerId) return null;
  const { unitId } = await db.speaker.findUniqueOrThrow({
    where: { id: actor.speakerId },
    select: { unitId: true },
  });
  return { ...actor, speakerId: actor.speakerId, reach: [unitId] };
}

export async function findOwnRecord(self: Oneself) {
  const [speaker, skills] = await Promise.all([
    findSpeaker(self, self.speakerId),
    findSkills(self, self.speakerId),
  ]);
  if (!speaker || !skills) return null;
  const { account: _, revision: __, ...facts } = speaker;
  // Decisions name other people: their pages are not for everybody.
  const appointments = facts.appointments.map((one) => ({ ...one, inReach: false }));
  return { speaker: { ...facts, appointments }, skills };
}

export type OwnRecord = NonNullable<Awaited<ReturnType<typeof findOwnRecord>>>;
