/** Taking a large change back whole, by hand or by a job, and what stands in its way, by name. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import {
  listObstacles,
  type Obstacle,
  StandsInTheWay,
  takeBackChangeSet,
} from "~/platform/change-sets.server";
import { db, pool, transaction } from "~/platform/db.server";
import { defineJob, startLater } from "~/platform/jobs.server";
import { Refusal } from "~/platform/refusal";
import type { Language, Phrase } from "~/platform/words";
import { fewEnough, searchPairsOf } from "~/roster/doubles/pairs.server";
import { searchDoublesLater } from "~/roster/doubles/search-job.server";
import { forgetFigures } from "~/roster/reviews/result/figures.server";
import { prepareAfter } from "./after-take-back.server";
import { findChange, type ListedChange } from "./changes.server";
import { words } from "./words";

/** What may refer to a row that goes: it only tells of it, and lets go by itself. */
const harmless = ["roster_import_row", "speaker_pair"];

export const takeBackJob = defineJob({
  name: "roster.takeBack",
  payload: z.object({ changeSetId: z.uuid() }),
  oneAtATime: true,
  work: async ({ changeSetId }, run) => {
    const change = await findChange(run.actor, changeSetId);
    if (!change) throw new Refusal(words.tooLate);
    await takeBack(run.actor, change);
    return {};
  },
});

export function takeBackLater(actor: Actor, { id }: ListedChange): Promise<string> {
  return transaction(undefined, (tx) => startLater(tx, actor, takeBackJob, { changeSetId: id }));
}

/** The last run of the job on this change; null: there was none. */
export async function findTakingBack(changeSetId: string, language: Language) {
  const run = await db.jobRun.findFirst({
    where: { job: takeBackJob.name, payload: { path: ["changeSetId"], equals: changeSetId } },
    orderBy: { createdAt: "desc" },
  });
  if (!run) return null;
  const { id, done, state } = run;
  const problem = (run.problem as Phrase | null)?.[language] ?? null;
  return { id, done, problem, isRunning: state === "waiting" || state === "running" };
}

/** Refusals: taken back already, too late, or something newer stands on it, how much. */
export async function takeBack(actor: Actor, { id, kind, title, by, at }: ListedChange): Promise<void> {
  const touched = await listTouched(id);
  const { subjectId } = await db.changeSet.findUniqueOrThrow({ where: { id }, select: { subjectId: true } });
  try {
    await transaction(
      undefined,
      async (tx) => {
        const { unitId } = await tx.changeSet.findUniqueOrThrow({ where: { id }, select: { unitId: true } });
        const after = await prepareAfter(tx, actor, kind, id);
        if (!(await takeBackChangeSet(actor, id, { harmless }, tx))) throw new Refusal(words.tooLate);
        await after(tx, id);
        const before = { changeKind: kind, changeBy: by, changeAt: at };
        await audit(tx, actor, "change.taken_back", { kind: "change", id, title, unitId, before });
        if (touched.length > fewEnough) await searchDoublesLater(tx);
      },
      { timeout: 10 * 60_000 },
    );
  } catch (error) {
    if (error instanceof StandsInTheWay) throw new Refusal(words.blocked(error.obstacles.length));
    throw error;
  }
  if (kind === "roster.review" && subjectId) forgetFigures(subjectId);
  if (touched.length <= fewEnough) await searchPairsOf(touched);
}

async function listTouched(changeSetId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT row_id::text AS id FROM change_row
    WHERE change_set_id = ${changeSetId}::uuid AND table_name = 'speaker' LIMIT ${fewEnough + 1}`;
  return rows.map(({ id }) => id);
}

/** What stands in the way, as a page says it. */
export interface NamedObstacle {
  obstacle: Obstacle["obstacle"];
  /** The table of the row, and of what leans on it. */
  table: string;
  by: string | null;
  person: { id: string; name: string } | null;
  decision: { id: string; number: string } | null;
}

const mostNamed = 20;

/** The dry run. */
export async function nameObstacles(id: string): Promise<{ named: NamedObstacle[]; total: number }> {
  const obstacles = await listObstacles(id, harmless);
  const named = await Promise.all(obstacles.slice(0, mostNamed).map(nameOf));
  return { named, total: obstacles.length };
}

const ofPeople = [
  "appointment",
  "speaker_topic",
  "speaker_language",
  "qualification",
  "availability",
  "speaker_private",
  "speaker_alias",
  "correction",
  "review_entry",
];

async function nameOf({ obstacle, table, rowId, by }: Obstacle): Promise<NamedObstacle> {
  const shown = { obstacle, table, by, person: null, decision: null };
  if (table === "decision") {
    const decision = await db.decision.findUnique({
      where: { id: rowId },
      select: { id: true, number: true },
    });
    return { ...shown, decision };
  }
  const speakerId =
    table === "speaker" ? rowId : ofPeople.includes(table) ? await speakerOf(table, rowId) : null;
  if (!speakerId) return shown;
  const person = await db.speaker.findUnique({
    where: { id: speakerId },
    select: { id: true, fullName: true },
  });
  return { ...shown, person: person && { id: person.id, name: person.fullName } };
}

/** By the row itself, or by what was kept of it when it was removed. */
async function speakerOf(table: string, rowId: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string | null }>(
    `SELECT speaker_id::text AS id FROM "${table}" WHERE id = $1
     UNION ALL SELECT before ->> 'speaker_id' FROM change_row WHERE row_id = $1 AND before ? 'speaker_id' LIMIT 1`,
    [rowId],
  );
  return rows[0]?.id ?? null;
}
