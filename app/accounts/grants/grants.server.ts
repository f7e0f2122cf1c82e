/** Roles given and taken back, each for a unit and all under it. */

import type { GrantValues } from "~/accounts/account";
import { may } from "~/accounts/permissions";
import { roleWords } from "~/accounts/role-words";
import { permissionWords, words } from "~/accounts/words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { withinUnits } from "~/units/index.server";
import { lacking, mayManage, type PlacedGrant } from "./grants";

/** Gives a role for a unit. Refusals: `unitNotFound`, `grantsMore` (what the granter lacks there), `hasRole`, `personHasMore`. */
export function grantRole(
  actor: Actor,
  userId: string,
  { role, unitId }: GrantValues,
  outer?: Db,
): Promise<void> {
  return transaction(outer, async (tx) => {
    await lockGrants(tx);
    const person = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    await refuseGreater(tx, actor, userId);
    const unit = await tx.unit.findFirst({ where: { id: unitId, ...withinUnits(actor) } });
    if (!unit) throw new Refusal(words.unitNotFound, "unitId");
    await refuseMore(tx, actor, { role, unitId });
    if (await tx.grant.findFirst({ where: { userId, role, unitId } }))
      throw new Refusal(words.hasRole, "role");
    await tx.grant.create({ data: { userId, role, unitId, grantedBy: actor.userId } });
    await audit(tx, actor, "account.role_granted", {
      kind: "account",
      id: userId,
      title: person.name,
      unitId,
      after: { role, unit: unit.name },
    });
  });
}

/** Takes a role back. Refusals: `personHasMore`, `lastAdministrator`. */
export function revokeRole(actor: Actor, userId: string, grantId: string, outer?: Db): Promise<void> {
  return transaction(outer, async (tx) => {
    await lockGrants(tx);
    const grant = await tx.grant.findFirst({
      where: { id: grantId, userId },
      include: { user: true, unit: true },
    });
    if (!grant) throw new Refusal(words.roleGone);
    await refuseMore(tx, actor, grant);
    await tx.grant.delete({ where: { id: grantId } });
    await refuseNoAdministrator(tx);
    await audit(tx, actor, "account.role_revoked", {
      kind: "account",
      id: userId,
      title: grant.user.name,
      unitId: grant.unitId,
      before: { role: grant.role, unit: grant.unit.name },
    });
  });
}

/** Two administrators who act on each other at once take turns. */
export async function lockGrants(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('grants'))`;
}

/** Refusal `personHasMore` when the person holds anything, anywhere, that the actor does not. */
export async function refuseGreater(tx: Db, actor: Actor, userId: string): Promise<void> {
  const theirs = await tx.grant.findMany({ where: { userId }, select: { role: true, unitId: true } });
  if (actor.userId !== "system" && !mayManage(actor.grants, await placed(tx, theirs))) {
    throw new Refusal(words.personHasMore);
  }
}

/** Whether the actor may change the account at all: manages accounts, and lacks nothing that the person holds. */
export async function isManager(actor: Actor, userId: string): Promise<boolean> {
  if (!may(actor, "accounts.manage")) return false;
  const theirs = await db.grant.findMany({ where: { userId }, select: { role: true, unitId: true } });
  return mayManage(actor.grants, await placed(db, theirs));
}

/** After a change: somebody must be left who can administer the whole. */
export async function refuseNoAdministrator(tx: Db): Promise<void> {
  const left = await tx.user.count({
    where: { disabledAt: null, grants: { some: { role: "system_administrator", unit: { parentId: null } } } },
  });
  if (left === 0) throw new Refusal(words.lastAdministrator);
}

/** Who administers the system, anywhere. */
export async function listAdministrators(tx: Db): Promise<string[]> {
  const users = await tx.user.findMany({
    where: { disabledAt: null, grants: { some: { role: "system_administrator" } } },
    select: { id: true },
  });
  return users.map(({ id }) => id);
}

/** Grants with the units above them. */
export async function placed(tx: Db, grants: { role: string; unitId: string }[]): Promise<PlacedGrant[]> {
  const rows = await tx.unitScope.findMany({
    where: { unitId: { in: grants.map(({ unitId }) => unitId) } },
    select: { unitId: true, ancestorId: true },
  });
  return grants.map(({ role, unitId }) => ({
    role,
    unitId,
    above: rows.filter((row) => row.unitId === unitId).map((row) => row.ancestorId),
  }));
}

async function refuseMore(tx: Db, actor: Actor, grant: { role: string; unitId: string }): Promise<void> {
  if (actor.userId === "system") return;
  const [wanted] = await placed(tx, [grant]);
  const missing = lacking(actor.grants, wanted as PlacedGrant);
  if (missing.length === 0) return;
  const role = grant.role as keyof typeof roleWords.vi;
  const named = (language: "vi" | "en") => missing.map((one) => permissionWords[language][one]).join("; ");
  throw new Refusal(
    {
      vi: words.vi.grantsMore(roleWords.vi[role], named("vi")),
      en: words.en.grantsMore(roleWords.en[role], named("en")),
    },
    "role",
  );
}
