/** Draft annexes of a review's decisions in Word, before any of these decisions exists. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { showDay, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { annexOf, mostInAnnex, readAnnexSettings } from "~/roster/annex/annex.server";
import { type AnnexPart, type AnnexPerson, headingOfList } from "~/roster/annex/annex-content";
import { annexWords } from "~/roster/annex/annex-words";
import type { ReviewRecord } from "~/roster/reviews/reviews.server";
import { words as rosterWords } from "~/roster/words";
import type { ResultQuery } from "./result";
import { listResult, type ResultEntry } from "./result.server";
import { resultWords } from "./result-words";
import { deciderOf } from "./review-acts.server";

export const annexLists = ["all", "recognise", "replace", "release"] as const;
export type AnnexedList = (typeof annexLists)[number];

const titles = {
  all: annexWords.vi.listOf.consolidation,
  recognise: annexWords.vi.listOf.recognition,
  replace: annexWords.vi.listOf.consolidation,
  release: annexWords.vi.listOf.release,
};

/** Null: no unit in the actor's reach may issue it. Refusal: too long for an annex. The audit line is written first. */
export async function annexOfReview(
  actor: Actor,
  review: ReviewRecord,
  query: ResultQuery,
  list: AnnexedList,
): Promise<Buffer | null> {
  const decider = await deciderOf(actor, review, query);
  if (!decider) return null;
  const read = (of: "recognise" | "replace" | "release") =>
    list === of || list === "all"
      ? listResult(actor, review, { ...query, list: of }, { page: 1, size: mostInAnnex + 1 })
      : [];
  const [recognised, replaced, released, { layout, place }, unit] = await Promise.all([
    read("recognise"),
    read("replace"),
    read("release"),
    readAnnexSettings(),
    db.unit.findUniqueOrThrow({
      where: { id: decider.id },
      select: { name: true, parent: { select: { name: true } } },
    }),
  ]);
  const begins = [...recognised.map(begun), ...replaced.flatMap(newcomerOf)];
  const ends = [...replaced.map(ended), ...released.map(ended)];
  await audit(db, actor, "review.annex_made", {
    ...{ kind: "review", id: review.id, title: review.name, unitId: decider.id },
    after: { list: titles[list].replace("\n", " "), people: begins.length + ends.length },
  });
  const heading = headingOfList({ unitName: unit.name, superiorName: unit.parent?.name ?? null }, layout, {
    place,
    subject: resultWords.vi.annex.subject(review.name, showDay(today())),
  });
  return annexOf(partsOf(begins, ends), layout, { ...heading, title: titles[list] });
}

function partsOf(begins: AnnexPerson[], ends: AnnexPerson[]): AnnexPart[] {
  if (ends.length === 0) return [{ name: null, people: begins }];
  if (begins.length === 0) return [{ name: null, people: ends }];
  return [
    { name: `A. ${annexWords.vi.begins}`, people: begins },
    { name: `B. ${annexWords.vi.ends}`, people: ends },
  ];
}

function begun(entry: ResultEntry): AnnexPerson {
  return { ...factsOf(entry), role: entry.role };
}

function ended(entry: ResultEntry): AnnexPerson {
  return { ...factsOf(entry), remark: entry.reason && rosterWords.vi.reasons[entry.reason] };
}

function newcomerOf({ newcomer, unitName, role, fullName }: ResultEntry): AnnexPerson[] {
  if (!newcomer) return [];
  const { gender, position, workplace, education, politicalTheory, birth } = newcomer;
  return [
    {
      ...{ fullName: newcomer.fullName, unitName, role, birthYear: birth?.year ?? null },
      ...{ gender: gender ?? null, position: position ?? null, workplace: workplace ?? null },
      ...{ education: education ?? null, politicalTheory: politicalTheory ?? null },
      remark: role && resultWords.vi.annex.inPlaceOf(rosterWords.vi.roles[role], fullName),
    },
  ];
}

function factsOf({
  fullName,
  birthYear,
  gender,
  position,
  workplace,
  education,
  politicalTheory,
  unitName,
}: ResultEntry) {
  return {
    fullName,
    birthYear,
    gender,
    position,
    workplace,
    education,
    politicalTheory,
    unitName,
    role: null,
  };
}
