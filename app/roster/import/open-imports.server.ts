/** Imports that nobody is writing just now: only those are changed. */
import type { Actor } from "~/platform/actor";
import { type Db, transaction } from "~/platform/db.server";
import type { RosterImport } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import { type Kept, keptSchema } from "./choices";
import { words } from "./words";

/** Changes what the officer decided about an import that nobody is writing. */
export function changeKept(actor: Actor, id: string, change: (kept: Kept) => Kept, unitId?: string) {
  return transaction(undefined, async (tx) => {
    const found = await lockOpen(tx, actor, id);
    const understanding = change(keptSchema.parse(found.understanding));
    await tx.rosterImport.update({ where: { id }, data: { understanding, ...(unitId && { unitId }) } });
  });
}

/** Nobody changes what is being written. */
export async function lockOpen(tx: Db, actor: Actor, id: string): Promise<RosterImport> {
  await tx.$queryRaw`SELECT id FROM roster_import WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.rosterImport.findFirst({ where: { id, ...within(actor) } });
  if (!found) throw new Refusal(words.refused.gone);
  const run = found.jobRunId ? await tx.jobRun.findUnique({ where: { id: found.jobRunId } }) : null;
  if (run?.state === "waiting" || run?.state === "running") throw new Refusal(words.refused.running);
  return found;
}
