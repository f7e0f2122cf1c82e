/** How a record is changed: locked, remembered so that it can be taken back today, written to the trail. */
import { createHash } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { asChangeSet, StandsInTheWay, takeBackChangeSet } from "~/platform/change-sets.server";
import { today } from "~/platform/clock";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { withinSql, withinUnits } from "~/units/index.server";
import { words } from "./words";

const kind = "roster.record";

/** A person's own columns. */
export interface LockedSpeaker {
  id: string;
  fullName: string;
  givenName: string | null;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  gender: string | null;
  phone: string | null;
  email: string | null;
  position: string | null;
  workplace: string | null;
  education: string | null;
  politicalTheory: string | null;
  note: string | null;
  unitId: string;
}

/** What a change did, for the trail; null: nothing. */
export interface RecordChange {
  action: string;
  before: Facts;
  after: Facts;
  /** What the person's own columns become, where they change. */
  columns?: Prisma.SpeakerUncheckedUpdateInput;
  /** The name and the unit after the change, where it changed them. */
  fullName?: string;
  unitId?: string;
}

export interface Changed {
  /** For the address of "Undo"; null: nothing has changed. */
  changeSetId: string | null;
}

/** Does the work on a person's record, which nobody else changes meanwhile. Null: no such person in the actor's units. */
export function changeRecord(
  actor: Actor,
  speakerId: string,
  work: (tx: Db, speaker: LockedSpeaker) => Promise<RecordChange | null>,
  outer?: Db,
): Promise<Changed | null> {
  return transaction(outer, async (tx) => {
    const speaker = await lockSpeaker(tx, actor, speakerId);
    if (!speaker) return null;
    const about = { kind, title: speaker.fullName, unitId: speaker.unitId, subjectId: speakerId };
    const { changeSetId, answer } = await asChangeSet(
      tx,
      actor,
      { ...about, undoableTo: today() },
      async () => {
        const change = await work(tx, speaker);
        if (change) {
          const data = { ...change.columns, revision: { increment: 1 } };
          await tx.speaker.update({ where: { id: speakerId }, data, select: { id: true } });
        }
        return change;
      },
    );
    if (!answer) {
      await tx.changeSet.delete({ where: { id: changeSetId } });
      return { changeSetId: null };
    }
    const { action, before, after, fullName = speaker.fullName, unitId = speaker.unitId } = answer;
    await audit(tx, actor, action, {
      kind: "speaker",
      id: speakerId,
      title: fullName,
      unitId,
      before,
      after,
    });
    return { changeSetId };
  });
}

/** Takes back what `changeRecord` did. False: no such change in the actor's units. Refusals: too late, something newer stands on it. */
export async function undoRecordChange(
  actor: Actor,
  speakerId: string,
  changeSetId: string,
): Promise<boolean> {
  const found = await db.changeSet.findFirst({ where: { id: changeSetId, kind, subjectId: speakerId } });
  const isInReach =
    found?.unitId && (await db.unit.count({ where: { id: found.unitId, ...withinUnits(actor) } })) > 0;
  if (!found || !isInReach) return false;
  try {
    await transaction(undefined, async (tx) => {
      if (!(await takeBackChangeSet(actor, changeSetId, {}, tx)))
        throw new Refusal(words.errors.tooLateToUndo);
      const speaker = await tx.speaker.findUniqueOrThrow({ where: { id: speakerId } });
      const { fullName: title, unitId } = speaker;
      await audit(tx, actor, "speaker.change_undone", { kind: "speaker", id: speakerId, title, unitId });
    });
  } catch (refused) {
    if (refused instanceof StandsInTheWay) throw new Refusal(words.errors.standsInTheWay);
    throw refused;
  }
  return true;
}

export async function lockSpeaker(tx: Db, actor: Actor, id: string): Promise<LockedSpeaker | null> {
  // Who waited for the lock is asked again for the unit that the person has by then.
  const [speaker] = await tx.$queryRaw<LockedSpeaker[]>`
    SELECT s.id::text, s.full_name AS "fullName", s.given_name AS "givenName", s.birth_year AS "birthYear",
      s.birth_month AS "birthMonth", s.birth_day AS "birthDay", s.gender, s.phone, s.email, s.position, s.workplace,
      s.education, s.political_theory AS "politicalTheory", s.note, s.unit_id::text AS "unitId" FROM speaker s
    WHERE s.id = ${id}::uuid AND ${withinSql(actor, Prisma.sql`s.unit_id`)} FOR UPDATE`;
  return speaker ?? null;
}

/** Tells one state of something from another. */
export function versionOf(values: unknown): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 12);
}
