/** What the page of an import shows: only strings and numbers, and only the rows of one page. */
import type { Actor } from "~/platform/actor";
import { showMoment } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { findJobRun, stepOf } from "~/platform/jobs.server";
import { showPhone } from "~/platform/phone";
import type { RosterImport } from "~/platform/prisma/client";
import type { Phrase } from "~/platform/words";
import { showPartialDay } from "~/roster/speaker";
import type { CheckedRow } from "./check";
import { type ImportQuery, pageSize, type RowFilter } from "./import-query";
import { listSameFile } from "./imports.server";
import type { Problem } from "./problems";
import { type Reading, readImport } from "./readings.server";
import type { PersonRow, SheetReading } from "./understand";

export interface Progress {
  id: string;
  state: string;
  done: number;
  total: number | null;
  step: Phrase | null;
  problem: Phrase | null;
  result: { added: number; problems: number; there: number } | null;
  /** Whether this person may stop it. */
  isOwn: boolean;
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
  };
}

export function isRunning(progress: Progress | null): boolean {
  return progress?.state === "waiting" || progress?.state === "running";
}

export async function readImportPage(actor: Actor, found: RosterImport, query: ImportQuery) {
  const reading = await readImport(actor, found);
  const sameFile = await listSameFile(actor, found);
  const people = reading.rows.filter(({ state }) => state !== "section");
  const counts = countsOf(people);
  const filter = query.rows ?? (counts.problem > 0 ? "problem" : counts.ready > 0 ? "ready" : "all");
  const shown =
    filter === "all"
      ? reading.rows.filter(({ values }) => values)
      : people.filter(({ state }) => state === filter);
  const home = reading.units.get(found.unitId);
  return {
    counts,
    missing: { noStart: countProblems(people, "noStart"), noKind: countProblems(people, "noKind") },
    hiddenPeople: people.filter(({ hidden, values }) => hidden && values).length,
    encoding: reading.kept.encoding,
    isRelease: reading.kept.isRelease,
    sameFile: sameFile.map(({ id, createdAt }) => ({ id, at: showMoment(createdAt) })),
    settings: { ...reading.kept.settings, unitId: found.unitId },
    unit: { id: found.unitId, name: home?.name ?? "" },
    sheets: reading.understanding.sheets.map(sheetShown),
    units: unitsShown(reading),
    filter,
    page: query.page,
    pageSize,
    total: shown.length,
    rows: shown
      .slice((query.page - 1) * pageSize, query.page * pageSize)
      .map((row) => rowShown(row, reading)),
  };
}

export type ImportPage = Awaited<ReturnType<typeof readImportPage>>;
export type ShownRow = ImportPage["rows"][number];
export type ShownSheet = ImportPage["sheets"][number];
export type ShownUnit = ImportPage["units"][number];

function countsOf(rows: CheckedRow[]): Record<Exclude<RowFilter, "all">, number> {
  const counts = { problem: 0, ready: 0, there: 0, added: 0, left_out: 0 };
  for (const { state } of rows) if (state !== "section") counts[state]++;
  return counts;
}

function countProblems(rows: CheckedRow[], wanted: Problem["code"]): number {
  return rows.filter(({ problems }) => problems.some(({ code }) => code === wanted)).length;
}

function sheetShown({ sheet, hidden, head, columns, rows }: SheetReading) {
  const people = rows.filter((row): row is PersonRow => row.is === "person");
  return {
    sheet,
    hidden,
    head,
    people: people.length,
    rowCount: rows.length,
    columns: columns.map(({ index, head, field, samples }) => ({
      index,
      letter: letterOf(index),
      head,
      field,
      samples,
    })),
  };
}

/** 0 is A, 26 is AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** Every text that names a unit, with the unit it means; those that mean none come first. */
function unitsShown({ rows, kept, units, findUnit }: Reading) {
  const counts = new Map<string, number>();
  for (const { values } of rows)
    if (values?.unit) counts.set(values.unit, (counts.get(values.unit) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => {
      const chosen = units.get(kept.units[text] ?? "");
      const match = findUnit(text);
      const found = match.is === "found" ? units.get(match.unitId) : undefined;
      const offered = match.is === "found" ? [] : match.unitIds;
      return {
        text,
        count,
        unit: (chosen ?? found) ? { id: (chosen ?? found)!.id, name: (chosen ?? found)!.name } : null,
        isChosen: chosen !== undefined,
        offered: offered.flatMap((id) => {
          const unit = units.get(id);
          const above = units.get(unit?.parentId ?? "")?.name;
          return unit ? [{ id, name: above ? `${unit.name} (${above})` : unit.name }] : [];
        }),
      };
    })
    .sort((a, b) => Number(a.unit !== null) - Number(b.unit !== null));
}

function rowShown(row: CheckedRow, { units }: Reading) {
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
    person: values && {
      ...values,
      birth: values.birth ? showPartialDay(values.birth) : null,
      phone: values.phone ? showPhone(values.phone) : null,
      unitName: units.get(values.unitId ?? "")?.name ?? null,
    },
  };
}
