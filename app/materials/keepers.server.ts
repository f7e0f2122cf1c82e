/** Who keeps the materials of a unit: whether somebody holds a right there, and who decides there. */
import { holds, type Permission, roles } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { type Db, db } from "~/platform/db.server";

/** Whether the actor holds the permission for this unit, whatever their reach was asked for. */
export async function holdsFor(
  actor: Actor,
  permission: Permission,
  unitId: string,
  tx: Db = db,
): Promise<boolean> {
  if (actor.userId === "system") return true;
  const over = actor.grants.filter(({ role }) => holds(role, permission)).map((grant) => grant.unitId);
  if (over.length === 0) return false;
  const [found] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM unit_scope WHERE unit_id = ${unitId}::uuid AND ancestor_id = ANY (${over}::uuid[]) LIMIT 1`;
  return found !== undefined;
}

/** The people nearest to the unit who hold the permission for it: of the unit itself, else of the next one above. */
export async function nearestHolders(
  tx: Db,
  permission: Permission,
  unitId: string,
  except?: string,
): Promise<string[]> {
  const holding = roles.filter((role) => holds(role, permission));
  const people = await tx.$queryRaw<{ userId: string }[]>`
    WITH near AS (
      SELECT g.user_id, s.depth FROM role_grant g
      JOIN unit_scope s ON s.ancestor_id = g.unit_id AND s.unit_id = ${unitId}::uuid
      JOIN "user" u ON u.id = g.user_id AND u.disabled_at IS NULL
      WHERE g.role = ANY (${holding}) AND g.user_id::text <> ${except ?? ""})
    SELECT DISTINCT user_id::text AS "userId" FROM near WHERE depth = (SELECT min(depth) FROM near)`;
  return people.map(({ userId }) => userId);
}
