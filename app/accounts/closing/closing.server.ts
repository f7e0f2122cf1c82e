/** What a handover needs of an account: what it holds, to whom its roles can go, and whether the actor may close it. */

import { disableAccount } from "~/accounts/account-changes.server";
import { mayManage } from "~/accounts/grants/grants";
import { grantRole, placed, refuseGreater, revokeRole } from "~/accounts/grants/grants.server";
import { may, type Role } from "~/accounts/permissions";
import { roleWords } from "~/accounts/role-words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Day, dayFromColumn, dayToColumn, today } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";
import { withinSql, withinUnits } from "~/units/index.server";

/** Whether the account is open, its roles besides that of a speaker, and where it is signed in. */
export async function findClosing(tx: Db, userId: string) {
  const { disabledAt, closesOn, grants, _count } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      disabledAt: true,
      closesOn: true,
      grants: {
        where: { role: { not: "speaker" } },
        select: { role: true, unit: { select: { name: true } } },
      },
      _count: { select: { sessions: true } },
    },
  });
  return {
    isOpen: disabledAt === null,
    closesOn: dayFromColumn(closesOn),
    roles: grants.map(({ role, unit }) => ({ role: role as Role, unit: unit.name })),
    sessions: _count.sessions,
  };
}

/** Who manages accounts, or gives speakers theirs, closes that of whoever holds nothing more than they. */
export async function mayClose(actor: Actor, userId: string): Promise<boolean> {
  if (userId === actor.userId) return false;
  if (!may(actor, "accounts.manage") && !may(actor, "roster.access")) return false;
  const theirs = await db.grant.findMany({ where: { userId }, select: { role: true, unitId: true } });
  return mayManage(actor.grants, await placed(db, theirs));
}

/**
 * Every role besides that of a speaker goes from one account to another; gives how many.
 * Refusals: those of granting and revoking.
 */
export async function handOverRoles(tx: Db, actor: Actor, from: string, to: string): Promise<number> {
  const grants = await tx.grant.findMany({ where: { userId: from, role: { not: "speaker" } } });
  for (const { id, role, unitId } of grants) {
    const held = await tx.grant.count({ where: { userId: to, role, unitId } });
    if (held === 0) await grantRole(actor, to, { role: role as Role, unitId }, tx);
    await revokeRole(actor, from, id, tx);
  }
  return grants.length;
}

/** Who can take over something in the actor's units: an open account with a role there besides that of a speaker; null: nobody of this id. */
export function findHolder(tx: Db, actor: Actor, userId: string) {
  return tx.user.findFirst({
    where: {
      id: userId,
      disabledAt: null,
      grants: { some: { role: { not: "speaker" }, unit: withinUnits(actor) } },
    },
    select: { id: true, name: true },
  });
}

/** Those people by words of their name, the first twenty, each with a role. */
export async function listSuccessorChoices(actor: Actor, q: string) {
  const words = fold(q).split(/\s+/).filter(Boolean);
  const matches = words.map(
    (word) => Prisma.sql`u.search_name LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
  const rows = await db.$queryRaw<{ id: string; name: string; role: Role; unit: string }[]>(Prisma.sql`
    SELECT DISTINCT ON (u.name, u.id) u.id, u.name, g.role, t.name AS unit
    FROM "user" u JOIN role_grant g ON g.user_id = u.id JOIN unit t ON t.id = g.unit_id
    WHERE ${Prisma.join(
      [
        Prisma.sql`u.disabled_at IS NULL AND g.role <> 'speaker'`,
        withinSql(actor, Prisma.sql`g.unit_id`),
        ...matches,
      ],
      " AND ",
    )}
    ORDER BY u.name, u.id, g.created_at LIMIT 20`);
  return rows.map(({ id, name, role, unit }) => ({
    id,
    name,
    path: `${roleWords[actor.language][role]}, ${unit}`,
  }));
}

/** Closes the account today, or lets it be closed on a day to come. Refusals: those of `disableAccount`. */
export async function closeAccount(
  tx: Db,
  actor: Actor,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<void> {
  if (on <= today()) return disableAccount(actor, id, reason, tx);
  await refuseGreater(tx, actor, id);
  const user = await tx.user.update({
    where: { id },
    data: { closesOn: dayToColumn(on), disabledReason: reason },
    include: { grants: true },
  });
  await audit(tx, actor, "account.closing_planned", {
    ...{ kind: "account", id, title: user.name, unitId: user.grants[0]?.unitId },
    after: { until: on, reason },
  });
}
