/** Passwords in the database: set by a code or at set-up, changed by their owner. */

import type { PasswordChangeValues } from "~/accounts/account";
import { auth } from "~/accounts/auth.server";
import { countTry, forgetTries } from "~/accounts/throttle.server";
import { words } from "~/accounts/words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Db, db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { refuseWeakPassword } from "./common.server";

/** Hashes and keeps the password; whoever calls has proved whose it is. */
export async function setPassword(tx: Db, userId: string, password: string): Promise<void> {
  const hash = await (await auth.$context).password.hash(password);
  await tx.credential.deleteMany({ where: { userId, providerId: "credential" } });
  await tx.credential.create({
    data: { userId, accountId: userId, providerId: "credential", password: hash },
  });
}

/** The actor's own new password; their other sessions end. Refusals: `wrongPassword`, a weak password, `tooManyTries`. */
export async function changePassword(
  actor: Actor,
  values: PasswordChangeValues,
  token: string,
): Promise<void> {
  await checkPassword(actor, values.current, "current");
  const owner = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  refuseWeakPassword(values.password, owner);
  await transaction(undefined, async (tx) => {
    await setPassword(tx, actor.userId, values.password);
    await tx.session.deleteMany({ where: { userId: actor.userId, NOT: { token } } });
    await audit(tx, actor, "account.password_changed", {
      kind: "account",
      id: actor.userId,
      title: owner.name,
    });
  });
}

/** Refusal `wrongPassword` at the field when that is not the actor's own password. */
export async function checkPassword(actor: Actor, password: string, field = "password"): Promise<void> {
  await countTry("ownPassword", actor.userId);
  const credential = await db.credential.findFirst({
    where: { userId: actor.userId, providerId: "credential" },
  });
  const right =
    credential?.password &&
    (await (await auth.$context).password.verify({ hash: credential.password, password }));
  if (!right) throw new Refusal(words.wrongPassword, field);
  await forgetTries("ownPassword", actor.userId);
}
