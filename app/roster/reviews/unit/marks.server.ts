/** Marking the people on a unit's list, each mark saved by itself. */
import type { Actor } from "~/platform/actor";
import { audit, type Facts } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { forgetFigures } from "~/roster/reviews/result/figures.server";
import { isMarkable } from "~/roster/reviews/review-state";
import { words } from "~/roster/reviews/words";
import { type SpeakerValues, showPartialDay } from "~/roster/speaker";
import { isInReach } from "~/roster/speakers.server";
import { within } from "~/units/index.server";
import { aboutList, findList, lockList, type ReviewList } from "./lists.server";
import {
  type Correctable,
  type CorrectedFields,
  correctableFields,
  type Mark,
  type ProposedPerson,
} from "./mark";
import { markWords } from "./mark-words";

/** How far the list has come. */
export interface Marked {
  listed: number;
  marked: number;
}

/**
 * Marks one person, or proposes one. Null: no such list in the actor's units, or nobody of that id on it. Refusals:
 * closed; handed in; nothing is corrected; somebody out of reach ("newcomerId"); on the list already ("newcomerId").
 */
export function markEntry(actor: Actor, listId: string, mark: Mark): Promise<Marked | null> {
  return onOpenList(actor, listId, async (tx, list) => {
    const done = mark.verdict.startsWith("propose")
      ? await propose(tx, actor, list, mark as Proposing)
      : await markOne(tx, actor, list, mark as Exclude<Mark, Proposing>);
    if (!done) return null;
    await audit(tx, actor, "review.marked", { ...aboutList(list), after: done });
    return tx.reviewUnit.findUniqueOrThrow({ where: { id: listId }, select: { listed: true, marked: true } });
  });
}

type Proposing = Extract<Mark, { verdict: "propose_known" | "propose_new" }>;

/** Null: no such list in the actor's units. Refusals: closed; handed in. */
async function onOpenList<T>(
  actor: Actor,
  listId: string,
  work: (tx: Db, list: ReviewList) => Promise<T>,
): Promise<T | null> {
  const done = await transaction(undefined, async (tx) => {
    const list = await lockList(tx, actor, listId);
    if (list && !isMarkable(list.state)) throw new Refusal(words.errors.notNow);
    return list && { reviewId: list.reviewId, answer: await work(tx, list) };
  });
  if (!done) return null;
  forgetFigures(done.reviewId);
  return done.answer;
}

async function markOne(
  tx: Db,
  actor: Actor,
  list: ReviewList,
  mark: Exclude<Mark, Proposing>,
): Promise<Facts | null> {
  const entry = await tx.reviewEntry.findFirst({
    where: { id: mark.entryId, reviewId: list.reviewId, unitId: list.unitId },
    include: { speaker: true },
  });
  if (!entry) return null;
  const person = entry.speaker?.fullName ?? "";
  if (mark.verdict === "none" && entry.verdict === "propose") {
    await tx.reviewEntry.delete({ where: { id: entry.id } });
    return { person, verdict: "withdrawn" };
  }
  // Who was proposed is proposed, or off the list; a record that another unit keeps is not this one's to correct.
  if (entry.verdict === "propose") return null;
  if (mark.verdict === "correct" && !(await isInReach(actor, entry.speakerId ?? ""))) return null;
  const told = await toldBy(tx, actor, mark, entry.speaker);
  await tx.reviewEntry.update({
    where: { id: entry.id },
    data: {
      verdict: told.verdict,
      reason: told.reason ?? null,
      note: "note" in mark ? mark.note : null,
      proposal: (told.proposal ?? {}) as Prisma.InputJsonObject,
      ...{ markedBy: actor.userId, markedAt: new Date() },
    },
  });
  return { person, verdict: told.verdict ?? "none", reason: told.reason, newcomer: told.newcomer };
}

interface Told {
  verdict: string | null;
  reason?: string;
  proposal?: object;
  newcomer?: string;
}

async function toldBy(
  tx: Db,
  actor: Actor,
  mark: Exclude<Mark, Proposing>,
  speaker: Prisma.SpeakerGetPayload<object> | null,
): Promise<Told> {
  if (mark.verdict === "none") return { verdict: null };
  if (mark.verdict === "correct") {
    const fields = speaker ? differences(correctedValues(speaker), mark) : {};
    if (Object.keys(fields).length === 0) throw new Refusal(markWords.errors.nothingCorrected);
    return { verdict: "correct", proposal: { fields } };
  }
  if (mark.verdict === "replace_known") {
    const newcomer = await personInReach(tx, actor, mark.newcomerId);
    if (newcomer.id === speaker?.id) throw new Refusal(markWords.errors.replacesThemselves, "newcomerId");
    return {
      ...{ verdict: "replace", reason: mark.reason, newcomer: newcomer.fullName },
      proposal: { newcomerId: newcomer.id },
    };
  }
  if (mark.verdict === "replace_new") {
    return {
      verdict: "replace",
      reason: mark.reason,
      newcomer: mark.fullName,
      proposal: { person: personOf(mark) },
    };
  }
  return mark.verdict === "release" ? { verdict: "release", reason: mark.reason } : { verdict: mark.verdict };
}

async function propose(tx: Db, actor: Actor, list: ReviewList, mark: Proposing): Promise<Facts> {
  const { role, network, note } = mark;
  const about = { reviewId: list.reviewId, unitId: list.unitId };
  const marked = { verdict: "propose", note, markedBy: actor.userId, markedAt: new Date() };
  if (mark.verdict === "propose_known") {
    const { id, fullName } = await personInReach(tx, actor, mark.newcomerId);
    const there = await tx.reviewEntry.count({ where: { ...about, speakerId: id } });
    if (there > 0) throw new Refusal(markWords.errors.onTheList, "newcomerId");
    await tx.reviewEntry.create({
      data: { ...about, ...marked, speakerId: id, proposal: { role, network } },
    });
    return { person: fullName, verdict: "propose", role };
  }
  const person = personOf(mark);
  // The browser made the id: sent twice, proposed once.
  await tx.reviewEntry.createMany({
    data: {
      id: person.id,
      ...about,
      ...marked,
      proposal: { person, role, network } as Prisma.InputJsonObject,
    },
    skipDuplicates: true,
  });
  return { person: person.fullName, verdict: "propose", role };
}

async function personInReach(tx: Db, actor: Actor, id: string) {
  const person = await tx.speaker.findFirst({
    where: { id, ...within(actor) },
    select: { id: true, fullName: true },
  });
  if (!person) throw new Refusal(markWords.errors.personUnknown, "newcomerId");
  return person;
}

function personOf(mark: Extract<Mark, { verdict: "replace_new" | "propose_new" }>): ProposedPerson {
  const { id, fullName, birth, gender, phone, email, position, workplace, education, politicalTheory } = mark;
  return { id, fullName, birth, gender, phone, email, position, workplace, education, politicalTheory };
}

type Correction = Pick<SpeakerValues, Correctable>;

/** What a correction begins with. */
export function correctedValues(speaker: Prisma.SpeakerGetPayload<object>): Correction {
  const { fullName, phone, email, position, workplace, education } = speaker;
  const { birthYear: year, birthMonth: month, birthDay: day } = speaker;
  return {
    ...{ fullName, phone, email, position, workplace, education },
    birth: year ? { year, month, day } : null,
    gender: speaker.gender as Correction["gender"],
    politicalTheory: speaker.politicalTheory as Correction["politicalTheory"],
  };
}

function differences(before: Correction, after: Correction): CorrectedFields {
  const readable = (values: Correction, field: Correctable) =>
    field === "birth" ? values.birth && showPartialDay(values.birth) : values[field];
  const changed = correctableFields.filter(
    (field) => (readable(before, field) ?? null) !== (readable(after, field) ?? null),
  );
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** The record of somebody on the list, with what was corrected already; null: not there, or outside the actor's units. */
export async function findCorrection(
  actor: Actor,
  listId: string,
  entryId: string,
): Promise<Correction | null> {
  const list = await findList(actor, listId);
  if (!list) return null;
  const entry = await db.reviewEntry.findFirst({
    where: { id: entryId, reviewId: list.reviewId, unitId: list.unitId, speaker: within(actor) },
    include: { speaker: true },
  });
  if (!entry?.speaker) return null;
  const { fields } = (entry.proposal ?? {}) as { fields?: CorrectedFields };
  return { ...correctedValues(entry.speaker), ...(entry.verdict === "correct" && fields) };
}

export interface Kept {
  people: number;
  /** The moment by which it is taken back. */
  at: string;
}

/** Keeps everybody who is not marked yet. Null: no such list in the actor's units. */
export function keepTheRest(actor: Actor, listId: string): Promise<Kept | null> {
  return onOpenList(actor, listId, async (tx, list) => {
    const at = new Date();
    const { count } = await tx.reviewEntry.updateMany({
      where: { reviewId: list.reviewId, unitId: list.unitId, verdict: null },
      data: { verdict: "keep", markedBy: actor.userId, markedAt: at },
    });
    if (count > 0)
      await audit(tx, actor, "review.kept_rest", { ...aboutList(list), after: { people: count } });
    return { people: count, at: at.toISOString() };
  });
}

/** Takes back what was kept at that moment and is still so. False: no such list in the actor's units. */
export async function unkeep(actor: Actor, listId: string, at: string): Promise<boolean> {
  const done = await onOpenList(actor, listId, async (tx, list) => {
    const { count } = await tx.reviewEntry.updateMany({
      where: {
        ...{ reviewId: list.reviewId, unitId: list.unitId, verdict: "keep" },
        ...{ markedBy: actor.userId, markedAt: new Date(at) },
      },
      data: { verdict: null, markedBy: null, markedAt: null },
    });
    await audit(tx, actor, "review.kept_rest", { ...aboutList(list), before: { people: count } });
    return true;
  });
  return done ?? false;
}
