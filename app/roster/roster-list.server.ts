/** The roster as lists see it: one query object feeds the page, its count and the export. */
import type { Actor } from "~/platform/actor";
import { areaOf } from "~/units/index.server";
import { learnCommonness } from "./list/commonness.server";
import type { IdList } from "./list/id-list";
import { type Count, countLimit, countMatches, findIds } from "./list/ids.server";
import { type Matches, matchesOf } from "./list/matches.server";
import { keysOf } from "./list/name-words.server";
import { findPeople } from "./list/people.server";
import type { Person } from "./roster-columns";
import { pageSizeOf, type RosterQuery, rosterQuery, searchTerms } from "./roster-query";

/** One page of people in the order asked for, and how many there are. */
export async function listRoster(
  actor: Actor,
  query: RosterQuery,
): Promise<{ people: Person[]; count: Count }> {
  const limit = pageSizeOf(query);
  const page = { limit, offset: (query.page - 1) * limit };
  const { count, ids } = await findIds(await matchesFor(actor, query), query, { page });
  return { people: await findPeople(ids.slice()), count };
}

export async function countRoster(
  actor: Actor,
  query: RosterQuery = rosterQuery(),
  limit = countLimit,
): Promise<Count> {
  return countMatches(await matchesFor(actor, query), limit);
}

/** Everybody the query asks for, in its order, a batch at a time: for exports of any length. */
export async function listInFull(
  actor: Actor,
  query: RosterQuery,
  { batch = 250, gatherUpTo = countLimit } = {},
) {
  const { ids } = await findIds(await matchesFor(actor, query), query, { gatherUpTo });
  return { count: ids.length, people: inBatches(ids, batch) };
}

async function* inBatches(ids: IdList, batch: number): AsyncGenerator<Person> {
  for (let start = 0; start < ids.length; start += batch)
    yield* await findPeople(ids.slice(start, start + batch));
}

/** How many records wait for their decision, up to a thousand. */
export async function countToFix(actor: Actor): Promise<Count> {
  return countRoster(actor, rosterQuery({ fix: "decision" }), 1000);
}

async function matchesFor(actor: Actor, query: RosterQuery): Promise<Matches> {
  const area = await areaOf(actor, query.unit);
  await learnCommonness(keysOf(searchTerms(query.q).words, area));
  return matchesOf(actor, query, area);
}
