/** The bare writes of a bulk edit: people locked, their records marked as changed, the operation done to some of them. */
import type { Actor } from "~/platform/actor";
import type { Db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { readSetting } from "~/platform/settings.server";
import { lastDistrictDay } from "~/roster/appointment-checks.server";
import type { Operation } from "./operation";
import { writeMoves } from "./plan-moves.server";
import { writeSeats } from "./plan-seats.server";
import { writeSkills } from "./plan-skills.server";

const { sql } = Prisma;

/** One writer at a time on a person; in one order, so that two large changes never wait for each other. */
export async function lockPeople(tx: Db, bulkId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT count(*) FROM (SELECT FROM speaker WHERE id IN (
      SELECT speaker_id FROM bulk_person WHERE bulk_id = ${bulkId}::uuid AND verdict = 'changes')
    ORDER BY id FOR UPDATE) AS locked`;
}

/** `who`: a question for the ids of some of them. */
export async function writeSome(
  tx: Db,
  actor: Actor,
  operation: Operation,
  decisionId: string | null,
  who: Prisma.Sql,
): Promise<void> {
  if (operation.does === "topics" || operation.does === "languages") await writeSkills(tx, operation, who);
  else if (operation.does === "move" || operation.does === "unit")
    await writeMoves(tx, operation, decisionId, await readSetting(lastDistrictDay, tx), who);
  else await writeSeats(tx, actor, operation, decisionId, who);
  // Their records count as changed, and the change set knows whom it touched.
  await tx.$executeRaw(
    sql`UPDATE speaker SET updated_at = now(), revision = revision + 1 WHERE id IN (${who})`,
  );
}
