/** What everybody may do to their own account: name, language, the list of sessions. */

import type { OwnAccountValues } from "~/accounts/account";
import { secondFactorDue } from "~/accounts/sessions.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db, transaction } from "~/platform/db.server";
import { showPhone } from "~/platform/phone";
import { isLanguage } from "~/platform/words";

export async function getOwnAccount(actor: Actor) {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      name: true,
      username: true,
      phone: true,
      language: true,
      twoFactorEnabled: true,
      secondFactorBy: true,
      grants: { select: { role: true, unit: { select: { name: true } } }, orderBy: { createdAt: "asc" } },
    },
  });
  const { phone, secondFactorBy: _, ...facts } = user;
  return {
    ...facts,
    language: isLanguage(user.language) ? user.language : ("" as const),
    phoneShown: phone && showPhone(phone),
    secondFactorDue: secondFactorDue(user),
  };
}

export async function updateOwnAccount(actor: Actor, values: OwnAccountValues): Promise<void> {
  await transaction(undefined, async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
    const after = { name: values.name, language: values.language || null };
    await tx.user.update({ where: { id: actor.userId }, data: after });
    await audit(tx, actor, "account.changed", {
      kind: "account",
      id: actor.userId,
      title: after.name,
      before: { name: before.name, language: before.language },
      after,
    });
  });
}

/** The browsers in which the actor is signed in, the latest first; `token` is the one that asks. */
export async function listSessions(actor: Actor, token: string) {
  const sessions = await db.session.findMany({
    where: { userId: actor.userId, expiresAt: { gt: new Date() } },
    select: { id: true, token: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
    orderBy: { updatedAt: "desc" },
  });
  return sessions.map(({ token: theirs, ...session }) => ({ ...session, isThis: theirs === token }));
}

/** Ends one of the actor's own sessions, or all but the one that asks. */
export async function endSessions(actor: Actor, which: { id: string } | { except: string }): Promise<void> {
  await transaction(undefined, async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: {
        userId: actor.userId,
        ...("id" in which ? { id: which.id } : { NOT: { token: which.except } }),
      },
    });
    if (count === 0) return;
    await audit(tx, actor, "account.sessions_ended", {
      kind: "account",
      id: actor.userId,
      title: actor.name,
      after: { count },
    });
  });
}
