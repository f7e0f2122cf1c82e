/** The second factor of one's own account: begun, confirmed by a first code, moved to another phone. */
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { auth } from "~/accounts/auth.server";
import { checkPassword } from "~/accounts/passwords/passwords.server";
import { squareOf } from "~/accounts/qr.server";
import { asRefusal, once } from "~/accounts/sign-in/sign-in.server";
import { countTry, forgetTries } from "~/accounts/throttle.server";
import { words } from "~/accounts/words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { makeRecoveryCodes } from "./recovery-codes.server";

export interface SecondFactorSetup {
  /** A picture as a data address. */
  qr: string;
  /** For typing, in groups of four. */
  secret: string;
  /** Opens an authenticator on this very phone. */
  address: string;
}

/** The secret that waits for its first code, made now if there is none; null when the second factor is on. */
export async function beginSecondFactor(actor: Actor): Promise<SecondFactorSetup | null> {
  const { secretConfig } = await auth.$context;
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    include: { twoFactors: true },
  });
  if (user.twoFactorEnabled) return null;
  const waiting = user.twoFactors.find(({ verified }) => !verified);
  const secret = waiting
    ? await symmetricDecrypt({ key: secretConfig, data: waiting.secret })
    : await keepNewSecret(actor.userId);
  const typed = base32(secret);
  const label = encodeURIComponent(`${words.vi.product}:${user.username ?? user.phone ?? user.name}`);
  const uri = `otpauth://totp/${label}?secret=${typed}&issuer=${encodeURIComponent(words.vi.product)}&digits=6&period=30`;
  return { qr: await squareOf(uri), secret: typed.match(/.{1,4}/g)?.join(" ") ?? "", address: uri };
}

/**
 * Turns the second factor on by a first code from the phone.
 * Gives the new session's cookies and the recovery codes, which are shown this once. Refusals: `wrongCode`, `usedCode`, `tooManyTries`.
 */
export async function confirmSecondFactor(actor: Actor, code: string, headers: Headers) {
  await countTry("secondFactor", actor.userId);
  const answer = await once(actor.userId, code, () =>
    auth.api.verifyTOTP({ body: { code }, headers: cookieOf(headers), returnHeaders: true }),
  );
  await forgetTries("secondFactor", actor.userId);
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: actor.userId } });
  await note(actor, "account.second_factor_set");
  return { cookies: answer.headers.getSetCookie(), recoveryCodes: backupCodes };
}

/** Ten new recovery codes in place of the old. Refusals: `wrongPassword`, `tooManyTries`. */
export async function renewRecoveryCodes(
  actor: Actor,
  password: string,
  headers: Headers,
): Promise<string[]> {
  await checkPassword(actor, password);
  const { backupCodes } = await asRefusal(() =>
    auth.api.generateBackupCodes({ body: { password }, headers: cookieOf(headers) }),
  );
  await note(actor, "account.recovery_codes_made");
  return backupCodes;
}

/** Takes the second factor off, so that it can be set up on another phone. Refusals: `wrongPassword`, `secondFactorMissing`. */
export async function leaveSecondFactor(actor: Actor, password: string): Promise<void> {
  await checkPassword(actor, password);
  await transaction(undefined, async (tx) => {
    const { count } = await tx.twoFactor.deleteMany({ where: { userId: actor.userId } });
    if (count === 0) throw new Refusal(words.secondFactorMissing);
    await tx.user.update({ where: { id: actor.userId }, data: { twoFactorEnabled: false } });
    await audit(tx, actor, "account.second_factor_left", {
      kind: "account",
      id: actor.userId,
      title: actor.name,
    });
  });
}

// better-auth's own enableTwoFactor asks for the password, which the person gave a moment ago.
async function keepNewSecret(userId: string): Promise<string> {
  const { secretConfig } = await auth.$context;
  const seal = (data: string) => symmetricEncrypt({ key: secretConfig, data });
  const secret = generateRandomString(20);
  const data = {
    secret: await seal(secret),
    backupCodes: await seal(JSON.stringify(makeRecoveryCodes())),
    verified: false,
  };
  await transaction(undefined, async (tx) => {
    await tx.twoFactor.deleteMany({ where: { userId } });
    await tx.twoFactor.create({ data: { userId, ...data } });
  });
  return secret;
}

function note(actor: Actor, action: string) {
  return audit(db, actor, action, { kind: "account", id: actor.userId, title: actor.name });
}

function cookieOf(headers: Headers): Headers {
  return new Headers({ Cookie: headers.get("Cookie") ?? "" });
}

/** RFC 4648 without padding: what authenticators read. */
function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}
