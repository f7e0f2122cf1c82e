/** What the pages of a bulk edit show: its form, and its preview or its result. */
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { stepOf } from "~/platform/jobs.server";
import type { Language, Phrase } from "~/platform/words";
import { findChange } from "~/roster/changes/changes.server";
import { nameOf } from "~/roster/record/topic";
import { listTopics } from "~/roster/record/topics.server";
import { filtersOf } from "~/roster/roster-filters";
import { readRosterQuery } from "~/roster/roster-query";
import { findUnit } from "~/units/index.server";
import { type BulkEdit, type BulkLine, countBulk, findBulk, listBulkPeople } from "./bulk-edits.server";
import type { BulkQuery } from "./bulk-query";
import { type Doing, newOperation, type Operation } from "./operation";
import { type Names, showState, verdicts } from "./outcome";
import { namesOf } from "./preview.server";
import { sentenceOf } from "./sentence";
import { words } from "./words";

/** The form of one kind of operation, with what was said before if it is of this kind. */
export async function openOperation(actor: Actor, bulk: BulkEdit, does: Doing) {
  const kept = bulk.operation?.does === does ? bulk.operation : null;
  const [topics, names, counts, filters] = await Promise.all([
    does === "topics" ? listTopics() : [],
    namesOf(kept),
    countBulk(bulk.id),
    bulk.search === null ? null : filtersIn(actor, bulk.search),
  ]);
  const choice = kept && "decision" in kept && kept.decision.choice === "existing" ? kept.decision : null;
  return {
    ...{ id: bulk.id, does, filters },
    total: counts.total,
    leftOut: bulk.asked - counts.total,
    values: kept ?? newOperation(does, today()),
    topics: topics.filter(({ retired }) => !retired),
    unit: kept && "unitId" in kept ? { id: kept.unitId, name: names.unit ?? "" } : null,
    decision: choice && { id: choice.id, name: names.decision ?? "" },
  };
}

/** What the people were chosen by, in words; "" for the whole list. */
async function filtersIn(actor: Actor, search: string): Promise<string> {
  const query = readRosterQuery(new URL(search, "http://roster/"));
  const [unit, topics] = await Promise.all([
    query.unit ? findUnit(actor, query.unit) : null,
    query.topic ? listTopics() : [],
  ]);
  return filtersOf(query, unit?.name ?? null, nameOf(query.topic, topics))
    .map(({ label }) => label[actor.language])
    .join(", ");
}

export async function readBulkPage(
  actor: Actor,
  found: BulkEdit & { operation: Operation },
  asked: BulkQuery,
) {
  const progress = await findProgress(found, actor.language);
  // A job that ended since: what it left is read again.
  const bulk = found.state === "working" && !progress ? ((await findBulk(actor, found.id)) ?? found) : found;
  const [counts, names, change] = await Promise.all([
    countBulk(bulk.id),
    namesOf(found.operation),
    bulk.changeSetId ? findChange(actor, bulk.changeSetId) : null,
  ]);
  const query = { ...asked, show: asked.show ?? verdicts.find((verdict) => counts[verdict] > 0) ?? null };
  const lines = await listBulkPeople(actor, bulk.id, query);
  return {
    ...{ id: bulk.id, state: bulk.state, news: bulk.news, counts, progress, change },
    ...{ show: query.show, page: query.page },
    title: sentenceOf(found.operation, names, actor.language),
    lines: lines.map((line) => shownLine(line, names, actor.language)),
  };
}

export type BulkPage = Awaited<ReturnType<typeof readBulkPage>>;
export type ShownLine = BulkPage["lines"][number];

function shownLine({ reason, before, after, ...line }: BulkLine, names: Names, language: Language) {
  return {
    ...line,
    reason: reason && words[language].reasons[reason],
    before: before ? showState(before, names, language) : [],
    after: after ? showState(after, names, language) : [],
  };
}

/** Null: there was no job, or it is done. */
async function findProgress({ jobRunId }: BulkEdit, language: Language) {
  const run = jobRunId ? await db.jobRun.findUnique({ where: { id: jobRunId } }) : null;
  if (!run || run.state === "done") return null;
  const problem = (run.problem as Phrase | null)?.[language] ?? null;
  const isRunning = run.state === "waiting" || run.state === "running";
  const { id, done, total } = run;
  return { id, done, total, step: stepOf(run)?.[language], isRunning, problem };
}
