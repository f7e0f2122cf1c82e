/** Signing in: name and password, then the second factor. The same answer in the same time for whoever is unknown. */
import { APIError } from "better-auth/api";
import { auth } from "~/accounts/auth.server";
import { languageCookie, sessionToken, signedCookie } from "~/accounts/sessions.server";
import { countTry, forgetTries } from "~/accounts/throttle.server";
import { words } from "~/accounts/words";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db, transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { isLanguage } from "~/platform/words";
import { isTotp, readLogin, type SignInValues } from "./sign-in";

/** Better-auth hashes the password for an unknown address too; this one nobody has. */
const nobody = "nobody@account.invalid";

export interface SignedIn {
  /** Set-Cookie lines for the browser: the session or the second step, and the language of the account. */
  headers: Headers;
  /** The password was right, and the second factor is asked next. */
  secondFactor: boolean;
}

/** Refusals: `wrongLogin` (unknown, wrong password, never activated alike), `accountDisabled` after a right password, `tooManyTries`. */
export async function signIn(values: SignInValues, headers: Headers, from: Actor["from"]): Promise<SignedIn> {
  const { username, phone } = readLogin(values.login);
  const here = `${phone ?? username}@${from.address ?? ""}`;
  await countTry("address", from.address ?? "");
  await countTry("signInHere", here);
  await countTry("signInAnywhere", phone ?? username);
  const person = await db.user.findFirst({
    where: { OR: [{ username }, ...(phone ? [{ phone }] : [])] },
    select: { id: true, email: true, name: true, language: true },
  });
  const answer = await asRefusal(() =>
    auth.api.signInEmail({
      body: { email: person?.email ?? nobody, password: values.password },
      headers: withCaller(headers, from),
      returnHeaders: true,
    }),
  );
  await Promise.all([forgetTries("signInHere", here), forgetTries("signInAnywhere", phone ?? username)]);
  const secondFactor = "twoFactorRedirect" in answer.response;
  if (person && !secondFactor) await noteSignIn(person, sessionToken(headers), from);
  return { headers: withLanguage(answer.headers.getSetCookie(), person), secondFactor };
}

/** The second step. Refusals: `wrongCode`, `usedCode` (a code proves it once only), `secondStepOver`, `tooManyTries`. */
export async function giveSecondFactor(
  code: string,
  headers: Headers,
  from: Actor["from"],
): Promise<SignedIn> {
  const person = await personAtSecondStep(headers);
  if (!person) throw new Refusal(words.secondStepOver);
  await countTry("secondFactor", person.id);
  const request = { headers: withCaller(headers, from), returnHeaders: true } as const;
  const answer = isTotp(code)
    ? await once(person.id, code, () => auth.api.verifyTOTP({ body: { code }, ...request }))
    : await asRefusal(() => auth.api.verifyBackupCode({ body: { code: asPrinted(code) }, ...request }));
  await forgetTries("secondFactor", person.id);
  await noteSignIn(person, sessionToken(headers), from, isTotp(code) ? "totp" : "recovery_code");
  return { headers: withLanguage(answer.headers.getSetCookie(), person), secondFactor: false };
}

/** Who gave a right password in this browser and owes the second factor; null: nobody, or too long ago. */
export async function personAtSecondStep(headers: Headers) {
  const identifier = signedCookie(headers, "two_factor");
  if (!identifier) return null;
  const step = await db.verification.findFirst({ where: { identifier, expiresAt: { gt: new Date() } } });
  return (
    step &&
    db.user.findUnique({ where: { id: step.value }, select: { id: true, name: true, language: true } })
  );
}

/** Does the work with a code of the second factor that was not used before; a wrong code is not used up. */
export async function once<T>(userId: string, code: string, work: () => Promise<T>): Promise<T> {
  const key = `${userId}:${code}`;
  try {
    await countTry("usedTotp", key);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(words.usedCode, "code") : error;
  }
  return asRefusal(work).catch(async (error) => {
    await forgetTries("usedTotp", key);
    throw error;
  });
}

/** A recovery code as it was printed, however it was typed. */
function asPrinted(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(-5)}`.toUpperCase();
}

/** Ends the session that the request carries. */
export async function signOut(headers: Headers): Promise<void> {
  const token = sessionToken(headers);
  if (token) await db.session.deleteMany({ where: { token } });
}

const refusals: Record<string, Refusal> = {
  INVALID_EMAIL_OR_PASSWORD: new Refusal(words.wrongLogin),
  PASSWORD_TOO_LONG: new Refusal(words.wrongLogin),
  ACCOUNT_DISABLED: new Refusal(words.accountDisabled),
  INVALID_CODE: new Refusal(words.wrongCode, "code"),
  INVALID_BACKUP_CODE: new Refusal(words.wrongCode, "code"),
  BACKUP_CODES_NOT_ENABLED: new Refusal(words.wrongCode, "code"),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: new Refusal(words.secondStepOver),
  INVALID_TWO_FACTOR_COOKIE: new Refusal(words.secondStepOver),
  ACCOUNT_TEMPORARILY_LOCKED: new Refusal(words.secondFactorLocked),
};

/** better-auth's refusals in our words; anything else stays the bug it is. */
export async function asRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof APIError && refusals[String(error.body?.code)];
    throw refusal || error;
  }
}

/** Cookies of a sign-in, and with them the language that the person chose for the account. */
export function withLanguage(cookies: string[], person?: { language: string | null } | null): Headers {
  const headers = new Headers(cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
  if (isLanguage(person?.language)) headers.append("Set-Cookie", languageCookie(person.language));
  return headers;
}

// The browser's earlier session ends: the new one has a token of its own, and nobody keeps the old.
async function noteSignIn(
  person: { id: string; name: string },
  earlier: string | null,
  from: Actor["from"],
  secondFactor?: "totp" | "recovery_code",
) {
  await transaction(undefined, async (tx) => {
    await tx.session.deleteMany({
      where: { OR: [{ token: earlier ?? "" }, { userId: person.id, expiresAt: { lt: new Date() } }] },
    });
    await tx.user.update({ where: { id: person.id }, data: { lastSignInAt: new Date() } });
    const actor: Actor = {
      userId: person.id,
      name: person.name,
      language: "vi",
      grants: [],
      reach: [],
      from,
    };
    await audit(tx, actor, "account.signed_in", {
      kind: "account",
      id: person.id,
      title: person.name,
      after: { secondFactor },
    });
  });
}

// better-auth keeps address and device with the session; it reads them from headers.
function withCaller(headers: Headers, from: Actor["from"]): Headers {
  const own = new Headers();
  const cookie = headers.get("Cookie");
  // Without the session: the second step is of who signs in now, not of who was signed in before.
  if (cookie) own.set("Cookie", cookie.replace(/[^;\s]*\bbcv\.session_token=[^;]*;?\s*/g, ""));
  if (from.address) own.set("X-Client-Address", from.address);
  if (from.device) own.set("User-Agent", from.device);
  return own;
}
