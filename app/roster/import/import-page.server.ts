/** What the page of an import shows: only strings and numbers, and only the rows of one page. */
import type { Actor } from "~/platform/actor";
import { showMoment } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { findJobRun, hasBegunAnew, stepOf } from "~/platform/jobs.server";
import { showPhone } from "~/platform/phone";
import type { RosterImport } from "~/platform/prisma/client";
import type { Language, Phrase } from "~/platform/words";
import { languageWords } from "~/roster/record/language-words";
import { skillWords } from "~/roster/record/skill-words";
import { showPartialDay } from "~/roster/speaker";
import { findUnit } from "~/units/index.server";
import type { PersonValues } from "./check";
import { keptSchema } from "./choices";
import type { ImportResult } from "./commit.server";
import { type ImportQuery, pageSize, type RowFilter } from "./import-query";
import type { CheckedImport, PlacedRow } from "./import-thread.server";
import { listSameFile } from "./imports.server";
import { countsOf as countsOfKnown } from "./known/known-page.server";
import { describeOriginal } from "./original/original.server";
import { checkForPage, rowsAt } from "./readings.server";
import { repairsInBrief } from "./repaired/repairs-page.server";

export interface Progress {
  id: string;
  state: string;
  done: number;
  total: number | null;
  step: Phrase | null;
  problem: Phrase | null;
  result: ImportResult | null;
  /** Whether this person may stop it. */
  isOwn: boolean;
  /** The program stopped in the middle of it, and it was done over. */
  hasBegunAnew: boolean;
}

/** How far the last commit is; null before the first. */
export async function findProgress(actor: Actor, { jobRunId }: RosterImport): Promise<Progress | null> {
  const run = jobRunId ? await db.jobRun.findUnique({ where: { id: jobRunId } }) : null;
  if (!run) return null;
  return {
    id: run.id,
    state: run.state,
    done: run.done,
    total: run.total,
    step: stepOf(run),
    problem: run.problem as Phrase | null,
    result: run.result as Progress["result"],
    isOwn: (await findJobRun(actor, run.id)) !== null,
    hasBegunAnew: await hasBegunAnew(run.id),
  };
}

export function isRunning(progress: Progress | null): boolean {
  return progress?.state === "waiting" || progress?.state === "running";
}

export async function readImportPage(actor: Actor, found: RosterImport, query: ImportQuery) {
  const checked = await checkForPage(actor, found);
  const { encoding, isRelease, settings, recalled } = keptSchema.parse(found.understanding);
  const sameFile = await listSameFile(actor, found);
  const counts = countsOf(checked);
  const filter = query.rows ?? (counts.problem > 0 ? "problem" : counts.ready > 0 ? "ready" : "all");
  const places = checked.places[filter];
  const shown = places.slice((query.page - 1) * pageSize, query.page * pageSize);
  return {
    counts,
    known: countsOfKnown(checked.known),
    missing: checked.missing,
    hiddenPeople: checked.hiddenPeople,
    encoding,
    isRelease,
    file: await describeOriginal(found),
    sameFile: sameFile.map(({ id, createdAt }) => ({ id, at: showMoment(createdAt) })),
    settings: { ...settings, unitId: found.unitId },
    unit: { id: found.unitId, name: (await findUnit(actor, found.unitId))?.name ?? "" },
    sheets: checked.sheets,
    units: checked.units,
    questions: checked.questions.map(questionShown),
    recalled: recalled.map(({ unitName, usedAt, columns, answers, units }) => ({
      unitName,
      usedAt,
      columns: Object.keys(columns).length,
      answers: Object.keys(answers).length + Object.keys(units).length,
    })),
    repairs: repairsInBrief(checked.repairs),
    filter,
    page: query.page,
    pageSize,
    total: places.length,
    rows: rowsAt(checked, shown).map((row) => rowShown(row, actor.language)),
  };
}

export type ImportPage = Awaited<ReturnType<typeof readImportPage>>;
export type ShownRow = ImportPage["rows"][number];
export type ShownSheet = ImportPage["sheets"][number];
export type ShownUnit = ImportPage["units"][number];

function countsOf({ places }: CheckedImport): Record<Exclude<RowFilter, "all">, number> {
  const { problem, ready, update, there, added, updated, left_out } = places;
  return {
    problem: problem.length,
    ready: ready.length,
    update: update.length,
    there: there.length,
    added: added.length,
    updated: updated.length,
    left_out: left_out.length,
  };
}

function questionShown({
  id,
  kind,
  original,
  count,
  samples,
  answer,
  ...rest
}: CheckedImport["questions"][number]) {
  const { proposals, offered } = rest;
  const [first, second] = proposals;
  const values = kind === "unit" ? offered.map((unit) => unit.id) : proposals.map(({ value }) => value);
  return {
    ...{ id, kind, original, count, samples, answer },
    /** What the importer would rather think; null: it has no opinion. */
    lead: first && (!second || first.confidence > second.confidence) ? first.value : null,
    options: values.map((value) => ({
      value,
      name: offered.find((unit) => unit.id === value)?.name ?? null,
      becomes: samples[0]?.becomes?.[value] ?? null,
    })),
  };
}

function rowShown(row: PlacedRow, language: Language) {
  const { values } = row;
  return {
    key: `${row.row} ${row.sheet}`,
    sheet: row.sheet,
    row: row.row,
    line: row.line.slice(0, 300),
    hidden: row.hidden,
    typed: row.typed,
    state: row.state,
    reason: row.state === "section" ? ("section" as const) : row.reason,
    speakerId: row.speakerId,
    problems: row.problems,
    wrote: row.written,
    person: values && personShown(values, row.unit?.name ?? null, language),
  };
}

function personShown(values: PersonValues, unitName: string | null, language: Language) {
  const { topics, languages, left, birth, phone, ...others } = values;
  const spoken = languages.map(
    (one) => `${languageWords[language][one.language]} (${skillWords[language].languageLevels[one.level]})`,
  );
  return {
    ...others,
    birth: birth && showPartialDay(birth),
    phone: phone && showPhone(phone),
    unitName,
    skills: [...topics.map(({ name }) => name), ...spoken].join("; "),
    left: left.join("; "),
  };
}
