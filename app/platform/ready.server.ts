/** Whether the database answers and is upgraded. */
import { pool } from "./db.server";

/** The start applies what is pending before it serves, so one finished migration and none half done is enough to ask for. */
export async function isReady(): Promise<boolean> {
  try {
    const { rows } = await pool.query<{ ready: boolean }>(
      "SELECT count(*) > 0 AND bool_and(finished_at IS NOT NULL) AS ready FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    return rows[0]?.ready ?? false;
  } catch {
    // Whatever the reason, the answer to the question is no.
    return false;
  }
}
