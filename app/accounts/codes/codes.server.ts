/** One-time codes in the database: made by an administrator, kept as a hash, good for one password. */
import { createHash, randomInt } from "node:crypto";
import type { Account } from "~/accounts/accounts.server";
import type { Slip } from "~/accounts/administration/code-slip";
import { lockGrants, refuseGreater } from "~/accounts/grants/grants.server";
import { refuseWeakPassword } from "~/accounts/passwords/common.server";
import { setPassword } from "~/accounts/passwords/passwords.server";
import { squareOf } from "~/accounts/qr.server";
import { openSession } from "~/accounts/sessions.server";
import { countTry, forgetTries } from "~/accounts/throttle.server";
import { words } from "~/accounts/words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db, transaction } from "~/platform/db.server";
import { showPhone } from "~/platform/phone";
import { Refusal } from "~/platform/refusal";
import type { Language } from "~/platform/words";
import { type ActivationValues, codeAlphabet, codeDays, codeLength, readCode, showCode } from "./codes";

/**
 * Makes a code for the account, and the slip to hand over; earlier codes hold no more. The code is given this once.
 * Refusals: `personHasMore`, `disabledNoCode`.
 */
export async function makeSlip(actor: Actor, account: Account, origin: string): Promise<Slip> {
  const { code, expiresAt } = await makeCode(actor, account);
  return {
    accountId: account.id,
    name: account.name,
    login: loginOf(account),
    code: showCode(code),
    square: await squareOf(`${origin}/activate?code=${code}`),
    address: `${origin}/activate`,
    expiresAt,
  };
}

async function makeCode(actor: Actor, account: Account): Promise<{ code: string; expiresAt: Date }> {
  const userId = account.id;
  const code = Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join(
    "",
  );
  const expiresAt = new Date(Date.now() + codeDays * 24 * 3600_000);
  const purpose = account.activated ? "reset" : "activate";
  await transaction(undefined, async (tx) => {
    await lockGrants(tx);
    const { disabledAt } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    if (disabledAt) throw new Refusal(words.disabledNoCode);
    await refuseGreater(tx, actor, userId);
    await tx.oneTimeCode.deleteMany({ where: { userId, usedAt: null } });
    await tx.oneTimeCode.create({
      data: { userId, purpose, codeHash: hashOf(code), expiresAt, createdBy: actor.userId },
    });
    await audit(tx, actor, "account.code_made", {
      kind: "account",
      id: userId,
      title: account.name,
      unitId: account.unitId,
      after: { purpose, expiresAt: expiresAt.toISOString() },
    });
  });
  return { code, expiresAt };
}

/** For the activation page: whom it greets, or what is wrong with the code; neither when there is none yet. */
export async function greetByCode(text: string, from: Actor["from"], language: Language) {
  if (!text.trim()) return { person: null, error: null };
  try {
    const { user } = await findCode(text, from);
    return { person: { name: user.name, login: loginOf(user) }, error: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { person: null, error: error.phrase[language] };
  }
}

/**
 * Sets the password for whom the code is, uses the code up and ends every session.
 * Gives the cookie of a new session, or null when the second factor must be asked first. Refusals: those of `findCode`, a weak password.
 */
export async function spendCode(values: ActivationValues, from: Actor["from"]): Promise<string | null> {
  const found = await findCode(values.code, from);
  refuseWeakPassword(values.password, found.user);
  const twoFactorEnabled = await transaction(undefined, async (tx) => {
    // Of two who send the same code at once, one finds it used.
    const { count } = await tx.oneTimeCode.updateMany({
      where: { id: found.id, usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count === 0) throw new Refusal(words.codeUsed, "code");
    await setPassword(tx, found.userId, values.password);
    await tx.session.deleteMany({ where: { userId: found.userId } });
    const actor: Actor = {
      userId: found.userId,
      name: found.user.name,
      language: "vi",
      grants: [],
      reach: [],
      from,
    };
    await audit(tx, actor, found.purpose === "activate" ? "account.activated" : "account.password_reset", {
      kind: "account",
      id: found.userId,
      title: found.user.name,
    });
    return (await tx.user.findUniqueOrThrow({ where: { id: found.userId } })).twoFactorEnabled;
  });
  return twoFactorEnabled ? null : openSession(found.userId, from);
}

/** Whom the code is for. Refusals: `codeUnknown`, `codeUsed`, `codeExpired`, `tooManyTries`. */
async function findCode(text: string, from: Actor["from"]) {
  await countTry("code", from.address ?? "");
  const code = readCode(text);
  const found =
    code &&
    (await db.oneTimeCode.findUnique({
      where: { codeHash: hashOf(code) },
      include: { user: { select: { id: true, name: true, username: true, phone: true, disabledAt: true } } },
    }));
  if (!found || found.user.disabledAt) throw new Refusal(words.codeUnknown, "code");
  if (found.usedAt) throw new Refusal(words.codeUsed, "code");
  if (found.expiresAt < new Date()) throw new Refusal(words.codeExpired, "code");
  await forgetTries("code", from.address ?? "");
  return found;
}

function loginOf({ username, phone }: { username: string | null; phone: string | null }): string {
  return [username, phone && showPhone(phone)].filter(Boolean).join(" / ");
}

function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
