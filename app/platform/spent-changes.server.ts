/** What change sets remember is personal data: it goes on the day after the last on which it could be given back. */
import { z } from "zod";
import { dayToColumn, today, zone } from "./clock";
import { transaction } from "./db.server";
import { defineJob } from "./jobs.server";

/**
 * Sets that could be taken back on their own day only (the undo of a saved form) go whole; of longer ones the line stays
 * in the list, with what was done to how many rows, and the values go. Sets without a last day are kept.
 */
export function forgetSpentChanges(): Promise<{ dropped: number; emptied: number }> {
  const day = dayToColumn(today());
  return transaction(undefined, async (tx) => {
    const dropped = await tx.$executeRaw`
      DELETE FROM change_set WHERE undoable_to < ${day}::date AND undoable_to = (created_at AT TIME ZONE ${zone})::date`;
    const emptied = await tx.$executeRaw`
      UPDATE change_row r SET before = NULL, after = NULL, after_hash = NULL FROM change_set c
      WHERE c.id = r.change_set_id AND c.undoable_to < ${day}::date
        AND (r.before IS NOT NULL OR r.after IS NOT NULL OR r.after_hash IS NOT NULL)`;
    return { dropped, emptied };
  });
}

/** Each night. */
export const forgetSpentChangesJob = defineJob({
  name: "platform.spent-changes",
  payload: z.object({}),
  oneAtATime: true,
  work: forgetSpentChanges,
});
