/** Who may do what: one table of permissions and the roles that hold them. */
import type { Actor } from "~/platform/actor";

export const roles = [
  "system_administrator",
  "department_officer",
  "department_leader",
  "commune_officer",
  "commune_leader",
  "training_officer",
  "speaker",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

const everyone = roles;
const staff = roles.filter((role) => role !== "speaker");

/** A role always holds for a unit and all under it. Whoever is signed in may see and change the own account; that needs no line here. */
export const permissions = {
  "units.view": everyone,
  "units.edit": ["system_administrator", "department_officer"],
  "roster.view": staff,
  "roster.edit": ["system_administrator", "department_officer", "commune_officer"],
  "decisions.edit": ["system_administrator", "department_officer", "commune_officer"],
  "roster.import": ["system_administrator", "department_officer", "commune_officer"],
  "roster.export": ["system_administrator", "department_officer", "department_leader", "commune_officer"],
  "roster.reveal": ["system_administrator", "department_officer", "commune_officer"],
  "reviews.view": [
    "system_administrator",
    "department_officer",
    "department_leader",
    "commune_officer",
    "commune_leader",
    "auditor",
  ],
  "reviews.open": ["system_administrator", "department_officer"],
  "reviews.mark": ["system_administrator", "department_officer", "commune_officer"],
  "reviews.confirm": ["system_administrator", "department_leader", "commune_leader"],
  "roster.access": ["system_administrator", "department_officer", "commune_officer"],
  "materials.read": everyone, // what is meant for oneself
  "materials.view": [
    "system_administrator",
    "department_officer",
    "department_leader",
    "commune_officer",
    "commune_leader",
    "training_officer",
    "auditor",
  ],
  "materials.edit": ["system_administrator", "department_officer", "commune_officer", "training_officer"],
  "materials.publish": ["system_administrator", "department_officer", "department_leader", "commune_leader"],
  "materials.remind": [
    "system_administrator",
    "department_officer",
    "department_leader",
    "commune_officer",
    "commune_leader",
    "training_officer",
  ],
  "materials.purge": ["system_administrator"],
  "outbox.view": ["system_administrator", "department_officer", "commune_officer", "auditor"],
  "outbox.manage": ["system_administrator", "department_officer", "commune_officer"],
  "files.view": ["system_administrator", "auditor"],
  "own.record": everyone, // where the account belongs to a record
  "accounts.view": ["system_administrator", "department_officer", "auditor"],
  "accounts.manage": ["system_administrator"],
  "audit.view": ["system_administrator", "department_officer", "commune_officer", "auditor"],
  "settings.edit": ["system_administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whoever sees more than their own record proves twice who they are. */
export function needsSecondFactor(held: string[]): boolean {
  return held.some((role) => role !== "speaker");
}

export function holds(role: string, permission: Permission): boolean {
  return (permissions[permission] as readonly string[]).includes(role);
}

export function permissionsOf(role: string): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => holds(role, permission));
}

/** Whether the actor holds the permission anywhere: for menus and buttons. Queries ask `within` besides. */
export function may(actor: Pick<Actor, "grants">, permission: Permission): boolean {
  return actor.grants.some(({ role }) => holds(role, permission));
}
