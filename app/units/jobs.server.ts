/** The units' work that nobody waits for, and the long work that somebody watches. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { transaction } from "~/platform/db.server";
import { defineJob, startLater } from "~/platform/jobs.server";
import { importUnits } from "./import/commit.server";
import { type ImportOptions, importOptionsSchema } from "./import/import";
import { turnUnits } from "./turn.server";
import { unitWords } from "./words";

/** Each night after midnight in Viet Nam, and at start. */
export const turnUnitsJob = defineJob({
  name: "units.turn",
  payload: z.object({}),
  oneAtATime: true,
  work: async () => ({ turned: await turnUnits() }),
});

export const importUnitsJob = defineJob({
  name: "units.import",
  payload: importOptionsSchema.extend({ fileId: z.uuid() }),
  words: unitWords.import.steps,
  oneAtATime: true,
  work: ({ fileId, ...options }, run) =>
    importUnits(run.actor, fileId, options, {
      progress: run.progress,
      checkCancelled: run.checkCancelled,
      finish: run.finish,
    }),
});

/** Gives the id of the run to watch. */
export function importUnitsLater(actor: Actor, fileId: string, options: ImportOptions): Promise<string> {
  return transaction(undefined, (tx) => startLater(tx, actor, importUnitsJob, { ...options, fileId }));
}
