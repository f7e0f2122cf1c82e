/** Whose list it is, and what narrows it, in the words of who may know. */
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import type { Phrase } from "~/platform/words";
import { nameOf } from "~/roster/record/topic";
import { listTopics } from "~/roster/record/topics.server";
import { filtersOf } from "~/roster/roster-filters";
import { type RosterQuery, readRosterQuery } from "~/roster/roster-query";
import { findUnit, withinUnits } from "~/units/index.server";
import { proposedName } from "./export-choice";
import { exportWords } from "./words";

/** The unit asked for, or the topmost in reach. */
export async function topUnit(actor: Actor, asked: string | null) {
  const known = asked ? await findUnit(actor, asked) : null;
  const select = { id: true, name: true, parent: { select: { name: true } } };
  if (known) return db.unit.findUniqueOrThrow({ where: { id: known.id }, select });
  return db.unit.findFirstOrThrow({
    where: {
      ...(actor.reach === "everywhere" ? { parentId: null } : { id: { in: actor.reach } }),
      ...withinUnits(actor),
    },
    orderBy: [{ closedOn: { sort: "desc", nulls: "first" } }, { openedOn: "asc" }],
    select,
  });
}

/** The filters of the list, one phrase each. */
export async function filterPhrases(actor: Actor, query: RosterQuery): Promise<Phrase[]> {
  const [unit, topics] = await Promise.all([
    query.unit ? findUnit(actor, query.unit) : null,
    query.topic ? listTopics() : [],
  ]);
  const topic = query.topic ? nameOf(query.topic, topics) : null;
  return filtersOf(query, unit?.name ?? null, topic).map(({ label }) => label);
}

/** The same as one phrase; of a list that nothing narrows, who is in it. */
export async function aboutList(actor: Actor, query: RosterQuery): Promise<Phrase> {
  const phrases = await filterPhrases(actor, query);
  if (phrases.length === 0) {
    return actor.reach === "everywhere"
      ? exportWords.everybody
      : exportWords.everybodyOf((await topUnit(actor, null)).name);
  }
  const joined = (language: keyof Phrase) => phrases.map((phrase) => phrase[language]).join(", ");
  return { vi: joined("vi"), en: joined("en") };
}

/** What an export is called unless somebody names it. */
export async function usualName(actor: Actor, url: URL): Promise<string> {
  const query = readRosterQuery(url);
  const { name } = await topUnit(actor, query.unit);
  return proposedName(query, name, today(), actor.language);
}
