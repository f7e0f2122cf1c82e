/** How many people a list of the roster has, and their ids in its order. */
import { ask, askAnew } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { RosterQuery } from "~/roster/roster-query";
import { deepPage } from "./deep-pages.server";
import { IdList } from "./id-list";
import type { Matches } from "./matches.server";
import { counted, gathered, inOneText, walked } from "./questions.server";

const { sql, empty } = Prisma;

/** Counts are exact up to here, and then say "more than". */
export const countLimit = 10_000;
/** So many of a part of the units are gathered for a page, whatever is counted. */
const mostGathered = 30_000;
/** Up to here the pages of a long list are walked to. */
const nearPages = 500;
/** Of more than these the near pages are sooner walked to, among everybody, than gathered. */
const fewGathered = 3_500;
/** The same among the people of an area. */
const fewGatheredOfArea = 1_500;

export interface Count {
  total: number;
  /** There are more than `total`. */
  more: boolean;
}

export async function countMatches(matches: Matches, limit = countLimit): Promise<Count> {
  const { count } = await firstOf<{ count: number }>(
    matches,
    sql`SELECT ${countTo(matches, limit)} AS count`,
  );
  return countOf(count, limit);
}

/** A scalar: how many, up to one more than the limit. */
export function countTo(matches: Matches, limit: number): Prisma.Sql {
  const countOf = (those: Prisma.Sql) =>
    sql`(SELECT count(*)::int FROM (${those} LIMIT ${limit + 1}) AS found)`;
  const { byName, isPlain, among } = matches;
  // The tally knows (deep-pages.server.ts), and need not look at ten thousand of them.
  if (isPlain && among === "everybody")
    return sql`(SELECT least(coalesce(sum(people), 0), ${limit + 1})::int FROM speaker_tally)`;
  const all = countOf(counted(matches));
  if (!byName?.ofWord || byName.about <= limit) return all;
  // Probably those of the very word are more than enough, and they need not be compared.
  return sql`CASE WHEN ${countOf(byName.ofWord)} > ${limit} THEN ${limit + 1} ELSE ${all} END`;
}

export function countOf(found: number, limit: number): Count {
  return { total: Math.min(found, limit), more: found > limit };
}

interface Wish {
  page?: { limit: number; offset: number };
  /** How far the count is exact. */
  gatherUpTo?: number;
}
type Found = Promise<{ ids: IdList; count: Count }>;

/** The ids in the order asked for, and how many there are. */
export function findIds(matches: Matches, query: RosterQuery, wish: Wish): Found {
  const find = ways[wayTo(matches, query, wish)];
  return find(matches, query, wish);
}

/** Left alone, the planner walks for rare names too, through everybody (measured: 140 ms for 10). */
const ways = {
  /** The index of the order holds these people and few others: it leads to the page, and counting is one look more. */
  walk: walkAndCount,
  /** Probably more than are gathered: counting alone takes a fifth of gathering them in vain. */
  count: countThenFind,
  /** A few of many: one search finds them, then they are counted and sorted. */
  gather: gatherOrWalk,
};

function wayTo(
  { among, isPlain, areCommon, byName, exact }: Matches,
  { q, sort }: RosterQuery,
  wish: Wish,
): keyof typeof ways {
  if (isPlain) return among === "units" ? "count" : "walk";
  if (areCommon && sort === "name" && isNear(wish)) return "walk";
  // One word of a name may be everybody's third.
  if (byName?.ofWord && !exact) return byName.about > mostToGather(among, wish) ? "walk" : "gather";
  if (among !== "everybody" || q !== "") return "gather";
  return wish.page && wish.page.offset >= (wish.gatherUpTo ?? countLimit) ? "walk" : "count";
}

function mostToGather(among: Matches["among"], wish: Wish): number {
  if (among === "area") return isNear(wish) ? fewGatheredOfArea : mostGathered;
  return isNear(wish) ? fewGathered : countLimit;
}

function isNear({ page }: Wish): boolean {
  return page !== undefined && page.offset < nearPages;
}

async function walkAndCount(matches: Matches, query: RosterQuery, wish: Wish): Found {
  const { page, gatherUpTo = countLimit } = wish;
  const count = countTo(matches, gatherUpTo);
  // Who stands so far behind says that there are more than are counted.
  const isBehind = page !== undefined && page.offset >= gatherUpTo;
  const found = await firstOf<{ count: number; ids: string }>(
    matches,
    sql`WITH list AS MATERIALIZED (${inOneText(walkTo(matches, query, wish))})
      SELECT ${isBehind ? sql`CASE WHEN list.ids <> '' THEN ${gatherUpTo + 1} ELSE ${count} END` : count} AS count,
        list.ids FROM list`,
  );
  return { ids: new IdList(found.ids), count: countOf(found.count, gatherUpTo) };
}

function walkTo(matches: Matches, query: RosterQuery, wish: Wish): Prisma.Sql {
  const { among, isPlain } = matches;
  const { page } = wish;
  if (page && !isNear(wish) && isPlain && among === "everybody" && query.sort === "name")
    return deepPage(page, query.isDownwards);
  return walked(matches, query, stretchOf(wish));
}

async function countThenFind(matches: Matches, query: RosterQuery, wish: Wish): Found {
  const { gatherUpTo = countLimit } = wish;
  const count = await countMatches(matches, gatherUpTo);
  const walksNear = isNear(wish) && count.total > fewGathered;
  if (!count.more && !walksNear) return gatherOrWalk(matches, query, wish);
  const { throughEverybody } = matches;
  const walking = isNear(wish) && throughEverybody ? { ...matches, inOrder: throughEverybody } : matches;
  return { ids: await walk(walking, query, wish), count };
}

async function gatherOrWalk(matches: Matches, query: RosterQuery, wish: Wish): Found {
  const { page, gatherUpTo = countLimit } = wish;
  const most = page && matches.among !== "everybody" ? Math.max(gatherUpTo, mostGathered) : gatherUpTo;
  const { count, ids } = await firstOf<{ count: number; ids: string }>(
    matches,
    gathered(matches, query, stretchOf(wish), most),
  );
  return {
    ids: count > most ? await walk(matches, query, wish) : new IdList(ids),
    count: countOf(count, gatherUpTo),
  };
}

async function walk(matches: Matches, query: RosterQuery, wish: Wish): Promise<IdList> {
  const list = inOneText(walked(matches, query, stretchOf(wish)));
  return new IdList((await firstOf<{ ids: string }>(matches, list)).ids);
}

function stretchOf({ page }: Wish): Prisma.Sql {
  return page ? sql`LIMIT ${page.limit} OFFSET ${page.offset}` : empty;
}

async function firstOf<Row>({ isPlain }: Matches, question: Prisma.Sql): Promise<Row> {
  const [row] = await (isPlain ? ask<Row & object>(question) : askAnew<Row & object>(question));
  return row as Row;
}
