/** What the page of an import's repairs shows: one page of values, and how many there are of each kind and column. */
import type { Actor } from "~/platform/actor";
import type { RosterImport } from "~/platform/prisma/client";
import {
  isRefused,
  mayBeRefused,
  refusalId,
  repairedAfterAll,
  wholeRefusalId,
} from "~/roster/import/answers/refusals";
import { keptSchema } from "~/roster/import/choices";
import { checkForPage } from "~/roster/import/readings.server";
import {
  type RepairedValue,
  type RepairsOfKind,
  repairPageSize,
  shownAs,
  valuesBetween,
} from "./repair-list";
import type { RepairsQuery } from "./repairs-query";

/** From here on a repair is as good as certain; below the second it should be looked at. */
const sure = 0.95;
const fairlySure = 0.85;

export async function readRepairsPage(
  actor: Actor,
  found: RosterImport,
  { kind, field, page }: RepairsQuery,
) {
  const { repairs } = await checkForPage(actor, found);
  const { answers } = keptSchema.parse(found.understanding);
  const ofKind = repairs.filter((list) => kind === null || list.kind === kind);
  const ofField = repairs.filter((list) => field === null || list.field === field);
  const lists = ofKind.filter((list) => field === null || list.field === field);
  const refusable = lists.filter(mayBeRefused);
  const start = (page - 1) * repairPageSize;
  return {
    kinds: countsBy(ofField, (list) => list.kind),
    fields: countsBy(ofKind, (list) => list.field),
    all: { kinds: valuesIn(ofField), fields: valuesIn(ofKind) },
    kind,
    field,
    page,
    pageSize: repairPageSize,
    total: valuesIn(lists),
    whole: refusable.length > 0 ? wholeOf(refusable, answers) : null,
    repairs: valuesBetween(lists, start, start + repairPageSize).map((one) => repairShown(one, answers)),
  };
}

/** All that is shown, a kind in a column at a time. */
function wholeOf(lists: RepairsOfKind[], answers: Record<string, string>) {
  const ids = lists.map(wholeRefusalId);
  return {
    ids,
    values: valuesIn(lists),
    isRefused: ids.length > 0 && ids.every((id) => answers[id] !== undefined),
  };
}

export type RepairsPage = Awaited<ReturnType<typeof readRepairsPage>>;
export type ShownRepair = RepairsPage["repairs"][number];

/** For the import's own page: how many values of each kind, most first. */
export function repairsInBrief(lists: RepairsOfKind[]) {
  return {
    values: valuesIn(lists),
    kinds: [...countsBy(lists, (list) => list.kind)].sort((a, b) => b.count - a.count).slice(0, 4),
    toLookAt: lists.some(({ confidence }) => confidence < fairlySure),
  };
}

function valuesIn(lists: RepairsOfKind[]): number {
  return lists.reduce((sum, { values }) => sum + values, 0);
}

function countsBy(lists: RepairsOfKind[], keyOf: (list: RepairsOfKind) => string) {
  const counts = new Map<string, number>();
  for (const list of lists) counts.set(keyOf(list), (counts.get(keyOf(list)) ?? 0) + list.values);
  return [...counts].map(([key, count]) => ({ key, count }));
}

function repairShown(repair: RepairedValue, answers: Record<string, string>) {
  const { kind, field, original, repaired, confidence, count, first } = repair;
  const id = refusalId(repair);
  return {
    ...{ id, kind, field, original: original.slice(0, 300), count, first },
    repaired: shownAs(field, repaired).slice(0, 300),
    sureness:
      confidence >= sure
        ? ("sure" as const)
        : confidence >= fairlySure
          ? ("fairly" as const)
          : ("look" as const),
    mayBeRefused: mayBeRefused(repair),
    isRefused: isRefused(repair, answers),
    /** What is said so that it is repaired after all. */
    unrefused: answers[wholeRefusalId(repair)] === undefined ? null : repairedAfterAll,
  };
}
