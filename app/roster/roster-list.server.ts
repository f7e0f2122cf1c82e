/** The roster as lists see it: one query object feeds the page, its count and the export. */
import type { Actor } from "~/platform/actor";
import { areaOf } from "~/units/index.server";
import { askBesides, type Besides } from "./list/besides.server";
import { learnCommonness } from "./list/commonness.server";
import type { IdList } from "./list/id-list";
import { type Count, countLimit, countMatches, findIds } from "./list/ids.server";
import { type Matches, matchesOf } from "./list/matches.server";
import { keysOf } from "./list/name-words.server";
import { findPeople } from "./list/people.server";
import type { Person } from "./roster-columns";
import { isFiltered, pageSizeOf, type RosterQuery, rosterQuery, searchTerms } from "./roster-query";

/** One page of people in the order asked for, and how many there are. `inFull`: with what only chosen columns show. */
export async function listRoster(
  actor: Actor,
  query: RosterQuery,
  { inFull = true } = {},
): Promise<{ people: Person[]; count: Count }> {
  const limit = pageSizeOf(query);
  const page = { limit, offset: (query.page - 1) * limit };
  const { count, ids } = await findIds(await matchesFor(actor, query), query, { page });
  return { people: await findPeople(ids.slice(), inFull), count };
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

/** What a page of the list shows besides its people: what its filters offer, who was called so once, how many records want completing. */
export async function listBesides(actor: Actor, query: RosterQuery): Promise<Besides> {
  // What a filter has left says nothing of all that waits.
  const toFix = isFiltered(query) ? null : await matchesFor(actor, rosterQuery({ fix: "decision" }));
  return askBesides(actor, query, toFix);
}

async function matchesFor(actor: Actor, query: RosterQuery): Promise<Matches> {
  const area = await areaOf(actor, query.unit);
  await learnCommonness(keysOf(searchTerms(query.q).words, area));
  return matchesOf(actor, query, area);
}
