/** What a page of the list shows besides its people, asked for in one question. */
import type { Actor } from "~/platform/actor";
import { ask, askAnew } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { type FormerName, formerNamesSql } from "~/roster/doubles/aliases.server";
import type { Topic } from "~/roster/record/topic";
import { topicsSql } from "~/roster/record/topics.server";
import type { RosterQuery } from "~/roster/roster-query";
import { type Count, countOf, countTo } from "./ids.server";
import type { Matches } from "./matches.server";

const { sql, empty } = Prisma;

/** So far is exact how many records want completing. */
const mostToFix = 1000;

export interface Besides {
  topics: Topic[];
  /** Who was called so once. */
  formerNames: FormerName[];
  toFix: Count | null;
}

/** `toFix`: the records that want completing, where they are counted. */
export async function askBesides(actor: Actor, { q }: RosterQuery, toFix: Matches | null): Promise<Besides> {
  const former = formerNamesSql(actor, q);
  const question = sql`
    SELECT (SELECT coalesce(json_agg(one), '[]') FROM (${topicsSql}) AS one) AS topics
      ${former ? sql`, (SELECT coalesce(json_agg(one), '[]') FROM (${former}) AS one) AS "formerNames"` : empty}
      ${toFix ? sql`, ${countTo(toFix, mostToFix)} AS "toFix"` : empty}`;
  const [row] = await (toFix ? askAnew<Row>(question) : ask<Row>(question));
  const { topics = [], formerNames = [], toFix: found } = row ?? {};
  return { topics, formerNames, toFix: found === undefined ? null : countOf(found, mostToFix) };
}

interface Row {
  topics: Topic[];
  formerNames?: FormerName[];
  toFix?: number;
}
