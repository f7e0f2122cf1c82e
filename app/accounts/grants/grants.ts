/** Who may grant what: nobody gives or takes more than they hold themselves. */
import { holds, type Permission, permissionsOf } from "~/accounts/permissions";

export interface Grant {
  role: string;
  unitId: string;
}

/** A grant with the units above its unit, the unit itself included. */
export interface PlacedGrant extends Grant {
  above: readonly string[];
}

/** Whether the granter may manage such accounts at the unit, and holds there all that the role would give. */
export function mayGrant(granter: readonly Grant[], wanted: PlacedGrant): boolean {
  return lacking(granter, wanted).length === 0;
}

/**
 * What the granter lacks at the unit to give the role, the right to manage accounts included. A speaker's account opens
 * only that person's record: whoever keeps the record may give it.
 */
export function lacking(granter: readonly Grant[], { role, above }: PlacedGrant): Permission[] {
  const manages = role === "speaker" && holdsThere(granter, "roster.access", above);
  const needed = new Set<Permission>([
    ...(manages ? [] : ["accounts.manage" as const]),
    ...permissionsOf(role),
  ]);
  return [...needed].filter((permission) => !holdsThere(granter, permission, above));
}

/** Whether the manager holds at least what the other holds, everywhere the other holds it. */
export function mayManage(manager: readonly Grant[], other: readonly PlacedGrant[]): boolean {
  return other.every((grant) => mayGrant(manager, grant));
}

export function holdsThere(
  grants: readonly Grant[],
  permission: Permission,
  above: readonly string[],
): boolean {
  return grants.some(({ role, unitId }) => above.includes(unitId) && holds(role, permission));
}
