/** Imports in the database: files taken in, what the officer decided about them, and their start. */

import type { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { storeFile } from "~/platform/files.server";
import { startLater } from "~/platform/jobs.server";
import { type Packed, textsAt } from "~/platform/packed";
import { Prisma, type RosterImport } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { mostSheetBytes } from "~/platform/sheets.server";
import { inThread } from "~/platform/threads.server";
import { findUnit, within, withinSql } from "~/units/index.server";
import type { TypedValues } from "./check";
import type { ImportSettings, RowFix, readingChoiceSchema, unitChoiceSchema } from "./choices";
import { importJob } from "./commit.server";
import type { ListedImport } from "./import-list";
import type { takeIn } from "./import-thread.server";
import { listMemories } from "./memory/memories.server";
import { changeKept, lockOpen } from "./open-imports.server";
import { words } from "./words";

const takeInThread = inThread<typeof takeIn>("roster/import/import-thread.server.ts", "takeIn");
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Earlier imports in reach, newest first. */
export function listImports(actor: Actor): Promise<ListedImport[]> {
  return db.$queryRaw<ListedImport[]>`
    SELECT i.id, i.file_name AS "fileName", unit.name AS "unitName", coalesce(u.name, '') AS "by",
      to_json(i.created_at)#>>'{}' AS "at",
      CASE WHEN i.state = 'committing' THEN coalesce(run.state, 'failed') ELSE i.state END AS "state",
      (SELECT count(*)::int FROM roster_import_row r WHERE r.import_id = i.id AND r.outcome = 'added') AS "added"
    FROM roster_import i JOIN unit ON unit.id = i.unit_id
    LEFT JOIN "user" u ON u.id::text = i.actor_id LEFT JOIN job_run run ON run.id = i.job_run_id
    WHERE ${withinSql(actor, Prisma.sql`i.unit_id`)} ORDER BY i.created_at DESC LIMIT 50`;
}

export function findImport(actor: Actor, id: string): Promise<RosterImport | null> {
  return db.rosterImport.findFirst({ where: { id, ...within(actor) } });
}

/** Takes a file in: read, understood, kept with every row. Refuses what is no workbook. Returns the import's id. */
export async function addImport(actor: Actor, file: { name: string; bytes: Buffer }): Promise<string> {
  const { kept, rows } = await takeInThread(file.bytes, (headKeys) => listMemories(actor, headKeys));
  const unitId = await homeOf(actor);
  return transaction(
    undefined,
    async (tx) => {
      const stored = await storeFile(tx, actor, {
        name: file.name,
        type: xlsxType,
        content: file.bytes,
        limit: mostSheetBytes,
      });
      const { id } = await tx.rosterImport.create({
        data: {
          fileId: stored.id,
          fileName: stored.name,
          unitId,
          actorId: actor.userId,
          understanding: kept,
        },
      });
      await addRows(tx, id, rows);
      await audit(tx, actor, "roster_import.added", {
        kind: "roster_import",
        id,
        title: stored.name,
        unitId,
      });
      return id;
    },
    { timeout: 60_000 },
  );
}

/** The unit for which the officer may import; the topmost of several. */
async function homeOf(actor: Actor): Promise<string> {
  const under =
    actor.reach === "everywhere"
      ? Prisma.sql`unit.parent_id IS NULL`
      : Prisma.sql`unit.id = ANY (${actor.reach}::uuid[])`;
  const [home] = await db.$queryRaw<{ id: string }[]>`
    SELECT unit.id FROM unit WHERE ${under} AND unit.closed_on IS NULL
    ORDER BY (SELECT count(*) FROM unit_scope WHERE unit_id = unit.id), unit.opened_on LIMIT 1`;
  if (!home) throw new Refusal(words.refused.noUnit);
  return home.id;
}

async function addRows(tx: Db, importId: string, packed: Packed): Promise<void> {
  for (let at = 0; at < packed.count; at++) {
    const [rows] = textsAt(packed, [at]);
    await tx.$executeRaw`
      INSERT INTO roster_import_row (import_id, sheet, "row", raw)
      SELECT ${importId}::uuid, sheet, "row", raw
      FROM jsonb_to_recordset(${rows}::jsonb) AS new (sheet text, "row" int, raw jsonb)`;
  }
}

/** Earlier imports of the very same file, in reach. */
export async function listSameFile(actor: Actor, { id, fileId }: RosterImport) {
  const { sha256 } = await db.storedFile.findUniqueOrThrow({ where: { id: fileId } });
  const files = await db.storedFile.findMany({
    where: { sha256, id: { not: fileId } },
    select: { id: true },
  });
  return db.rosterImport.findMany({
    where: { ...within(actor), id: { not: id }, fileId: { in: files.map((file) => file.id) } },
    select: { id: true, createdAt: true, state: true },
    orderBy: { createdAt: "desc" },
    take: 5,
  });
}

export function changeReading(
  actor: Actor,
  id: string,
  { sheet, ...choice }: z.infer<typeof readingChoiceSchema>,
) {
  return changeKept(actor, id, (kept) => {
    const before = choice.headRow === undefined ? kept.reading[sheet] : undefined;
    const columns = { ...before?.columns, ...choice.columns };
    return { ...kept, reading: { ...kept.reading, [sheet]: { ...before, ...choice, columns } } };
  });
}

export async function chooseUnit(
  actor: Actor,
  id: string,
  { text, unitId }: z.infer<typeof unitChoiceSchema>,
) {
  if (unitId && !(await findUnit(actor, unitId))) throw new Refusal(words.refused.unitOutOfReach, "unitId");
  return changeKept(actor, id, (kept) => {
    const { [text]: _, ...others } = kept.units;
    return { ...kept, units: unitId ? { ...others, [text]: unitId } : others };
  });
}

export async function changeSettings(actor: Actor, id: string, { unitId, ...settings }: ImportSettings) {
  const { number, decidedOn } = settings.decision;
  if (Boolean(number) !== Boolean(decidedOn)) {
    throw new Refusal(words.refused.halfDecision, number ? "decision.decidedOn" : "decision.number");
  }
  if (!(await findUnit(actor, unitId))) throw new Refusal(words.refused.unitOutOfReach, "unitId");
  return changeKept(actor, id, (kept) => ({ ...kept, settings }), unitId);
}

/** Keeps what the officer typed over a row beside what was typed before, or takes all of it back. */
export function fixRow(actor: Actor, id: string, { sheet, row, values }: RowFix) {
  return transaction(undefined, async (tx) => {
    await lockOpen(tx, actor, id);
    if (values?.unitId && !(await findUnit(actor, values.unitId))) {
      throw new Refusal(words.refused.unitOutOfReach, "values.unitId");
    }
    const before = await tx.rosterImportRow.findUnique({
      where: { importId_sheet_row: { importId: id, sheet, row } },
    });
    if (!before) throw new Refusal(words.refused.gone);
    if (before.outcome === "added") throw new Refusal(words.refused.rowAdded);
    const typed = values && { ...(before.values as TypedValues | null), ...values };
    await tx.rosterImportRow.update({
      where: { importId_sheet_row: { importId: id, sheet, row } },
      data: { values: typed ?? Prisma.DbNull },
    });
  });
}

/** Starts the commit as a job; returns the run to watch. */
export function startImport(actor: Actor, id: string): Promise<string> {
  return transaction(undefined, async (tx) => {
    await lockOpen(tx, actor, id);
    const jobRunId = await startLater(tx, actor, importJob, { importId: id });
    await tx.rosterImport.update({ where: { id }, data: { state: "committing", jobRunId } });
    return jobRunId;
  });
}
