/** Last step of an import: everybody who is ready enters the roster in one transaction, as a job. */
import { z } from "zod";
import { audit } from "~/platform/audit.server";
import { asChangeSet } from "~/platform/change-sets.server";
import { type Db, transaction } from "~/platform/db.server";
import { defineJob, type Run } from "~/platform/jobs.server";
import type { RosterImport } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { searchDoublesLater } from "~/roster/doubles/search-job.server";
import { within } from "~/units/index.server";
import { addPeople, type Context, entryOf } from "./add-people.server";
import { keptSchema } from "./choices";
import { settleDecisions } from "./decisions.server";
import type { CheckedImport, PlacedRow } from "./import-thread.server";
import { rememberPartings } from "./known/partings.server";
import { markUnchanged, updatePeople } from "./known/update.server";
import { remember } from "./memory/memories.server";
import { checkNow, forgetChecked, rowsAt } from "./readings.server";
import { words } from "./words";

export interface ImportResult {
  added: number;
  updated: number;
  /** In the roster already, and as the file says. */
  unchanged: number;
  /** Whose record somebody changed while the import ran, and rows that need a look. */
  problems: number;
  leftOut: number;
}

export const importJob = defineJob({
  name: "roster.import",
  payload: z.object({ importId: z.uuid() }),
  words: words.steps,
  oneAtATime: true,
  work: ({ importId }, run) => commitImport(importId, run),
});

/** What one transaction may take: 10,000 people take a few seconds. */
const longest = 10 * 60_000;
/** So few at a time, that nobody else waits for long in between. */
const chunk = 100;

async function commitImport(importId: string, run: Run): Promise<ImportResult> {
  return transaction(
    undefined,
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('roster.import'))`;
      const found = await tx.rosterImport.findFirst({ where: { id: importId, ...within(run.actor) } });
      if (!found) throw new Refusal(words.refused.gone);
      await run.progress(0, undefined, "checking");
      forgetChecked(found);
      const checked = await checkNow(run.actor, found, tx);
      const change = {
        kind: "roster.import",
        title: found.fileName,
        unitId: found.unitId,
        subjectId: importId,
      };
      const { changeSetId, answer: result } = await asChangeSet(tx, run.actor, change, () =>
        writeAll(tx, run, found, checked),
      );
      await rememberPartings(tx, run.actor, importId, checked);
      await remember(tx, found, checked);
      await tx.rosterImport.update({
        where: { id: importId },
        data: { state: "done", result: { ...result }, committedAt: new Date(), changeSetId },
      });
      await audit(tx, run.actor, "roster_import.committed", {
        kind: "roster_import",
        id: importId,
        title: found.fileName,
        unitId: found.unitId,
        after: { ...result },
      });
      await run.checkCancelled();
      await searchDoublesLater(tx);
      await run.finish(tx, result);
      return result;
    },
    { timeout: longest },
  );
}

async function writeAll(
  tx: Db,
  run: Run,
  found: RosterImport,
  checked: CheckedImport,
): Promise<ImportResult> {
  const { places } = checked;
  const { settings } = keptSchema.parse(found.understanding);
  const decisions = await settleDecisions(tx, found, settings, checked.decisions);
  const context: Context = { importId: found.id, settings, decisions };
  const total = places.ready.length + places.update.length;
  let done = 0;
  let updated = 0;
  const inChunks = async (all: number[], write: (some: PlacedRow[]) => Promise<void>) => {
    for (let start = 0; start < all.length; start += chunk) {
      await run.checkCancelled();
      const some = all.slice(start, start + chunk);
      await write(rowsAt(checked, some));
      done += some.length;
      await run.progress(done, total, "adding");
    }
  };
  await run.progress(0, total, "adding");
  await inChunks(places.ready, (some) =>
    addPeople(
      tx,
      run.actor,
      some.map((row) => entryOf(row, settings)),
      context,
    ),
  );
  await inChunks(places.update, async (some) => {
    updated += await updatePeople(tx, run.actor, some, context);
  });
  await markUnchanged(tx, found.id, checked);
  return {
    added: places.ready.length,
    updated,
    unchanged: places.there.length,
    problems: places.problem.length + places.update.length - updated,
    leftOut: places.left_out.length,
  };
}
