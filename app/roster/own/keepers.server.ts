/** Who keeps the records of a unit: those with the right to edit at it, or at the nearest unit above that has somebody. */
import { holds, roles } from "~/accounts";
import type { Db } from "~/platform/db.server";

/** Their user ids; `except`: who needs no telling. */
export async function keepersOf(tx: Db, unitId: string, except: string): Promise<string[]> {
  const keeping = roles.filter((role) => holds(role, "roster.edit"));
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH keepers AS (
      SELECT g.user_id, min(s.depth) AS depth FROM role_grant g
      JOIN unit_scope s ON s.ancestor_id = g.unit_id AND s.unit_id = ${unitId}::uuid
      JOIN "user" u ON u.id = g.user_id AND u.disabled_at IS NULL
      WHERE g.role = ANY (${keeping}) AND g.user_id <> ${except}::uuid GROUP BY g.user_id)
    SELECT user_id::text AS id FROM keepers WHERE depth = (SELECT min(depth) FROM keepers)`;
  return rows.map(({ id }) => id);
}
