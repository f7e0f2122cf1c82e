/** Who is there: reads a request's session, person and grants in one query, and says no where no is due. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Actor } from "~/platform/actor";
import { callerOf } from "~/platform/caller";
import { type Day, dayFromColumn, today } from "~/platform/clock";
import { ask, db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { Prisma } from "~/platform/prisma/client";
import { isLanguage, type Language, languageOf } from "~/platform/words";
import { auth, cookiePrefix, secret, secureCookies, sessionSeconds } from "./auth.server";
import { holds, needsSecondFactor, type Permission, permissions } from "./permissions";
import { roleWords } from "./role-words";
import { words } from "./words";

/** A session that nobody used for so long is over. */
const idleHours = 12;
/** "Last seen" is written at most this often: reading a page must not cost a write. */
const seenEveryMinutes = 5;

export const secondFactorPath = "/account/second-factor";
// What a person may do who must first set up a second factor: that, and leave.
const openBeforeSecondFactor = [secondFactorPath, "/sign-out"];

interface SessionRow {
  sessionId: string;
  seenAt: Date;
  userId: string;
  name: string;
  language: string | null;
  speakerId: string | null;
  twoFactorEnabled: boolean;
  secondFactorBy: Date | null;
  unread: number;
  grants: { role: string; unitId: string; unitName: string; isWhole: boolean }[];
}

/**
 * The signed-in person, with the reach of the permission asked for (none asked: of all their roles together).
 * Throws a redirect to /sign-in (401 for a sent form), 403 without the permission,
 * a redirect to the second factor's set-up while that is owed.
 */
export async function requireActor(request: Request, permission?: Permission): Promise<Actor> {
  const token = sessionToken(request.headers);
  const row = token && (await sharedSession(request, token));
  if (!row) throw toSignIn(request);
  if (owesSecondFactor(row) && !openBeforeSecondFactor.includes(new URL(request.url).pathname)) {
    throw redirect(secondFactorPath);
  }
  await noteSeen(row);
  const grants = row.grants.filter(({ role }) => !permission || holds(role, permission));
  const language = isLanguage(row.language) ? row.language : languageOf(request);
  if (permission && grants.length === 0) throw notAllowed(permission, language);
  return {
    userId: row.userId,
    name: row.name,
    language,
    grants: row.grants.map(({ role, unitId }) => ({ role, unitId })),
    workplace: row.grants[0]?.unitName,
    reach: grants.some(({ isWhole }) => isWhole)
      ? "everywhere"
      : [...new Set(grants.map((grant) => grant.unitId))],
    speakerId: row.speakerId ?? undefined,
    unread: row.unread,
    from: callerOf(request),
  };
}

/** Whether the request carries a session that holds. */
export async function isSignedIn(request: Request): Promise<boolean> {
  const token = sessionToken(request.headers);
  return token !== null && (await findSession(token)) !== undefined;
}

/** The day until which the person may work without a second factor; null: there is one, or none is needed. */
export function secondFactorDue(person: {
  twoFactorEnabled: boolean;
  secondFactorBy: Date | null;
  grants: { role: string }[];
}): Day | null {
  if (env.DEMO || person.twoFactorEnabled || !needsSecondFactor(person.grants.map(({ role }) => role)))
    return null;
  return person.secondFactorBy ? dayFromColumn(person.secondFactorBy) : "0000-00-00";
}

/** The session's token out of its signed cookie; null when there is none or somebody else signed it. */
export function sessionToken(headers: Headers): string | null {
  return signedCookie(headers, "session_token");
}

/** The value of one of better-auth's signed cookies. */
export function signedCookie(headers: Headers, name: "session_token" | "two_factor"): string | null {
  const key = `${cookiePrefix}.${name}=`;
  const cookie = (headers.get("Cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(key));
  if (!cookie) return null;
  const [value, signature] = halves(decode(cookie.slice(key.length)));
  const expected = Buffer.from(signatureOf(value));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}

/** Opens a session without a password: after a one-time code, after set-up, for the people of the demo. Gives its cookie. */
export async function openSession(userId: string, from: Actor["from"]): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const session = await internalAdapter.createSession(userId, false, {
    ipAddress: from.address,
    userAgent: from.device,
  });
  return sessionCookie(session.token);
}

/** The Set-Cookie line of a session; of none: the line that takes it away. */
export function sessionCookie(token: string | null): string {
  const value = token === null ? "" : encodeURIComponent(`${token}.${signatureOf(token)}`);
  const age = token === null ? 0 : sessionSeconds;
  return `${cookiePrefix}.session_token=${value}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Lax${secureCookies ? "; Secure" : ""}`;
}

/** What `languageOf` reads; the choice stays with the browser for a year. */
export function languageCookie(language: Language): string {
  return `language=${language}; Max-Age=31536000; Path=/; SameSite=Lax${secureCookies ? "; Secure" : ""}`;
}

function owesSecondFactor(row: SessionRow): boolean {
  const due = secondFactorDue(row);
  return due !== null && due < today();
}

/** Look-ups under way, by request and token. */
const underWay = new Map<string, Promise<SessionRow | undefined>>();

/**
 * A page's loaders run side by side and all ask who is there: one look-up answers them. Our own server names each
 * request anew, so no other request can find it; and it is gone once answered, so what follows a command sees its effect.
 */
function sharedSession(request: Request, token: string): Promise<SessionRow | undefined> {
  const { requestId } = callerOf(request);
  if (!requestId) return findSession(token);
  const key = `${requestId} ${token}`;
  const known = underWay.get(key);
  if (known) return known;
  const asked = findSession(token).finally(() => underWay.delete(key));
  underWay.set(key, asked);
  return asked;
}

// A grant on the one unit without a parent reaches everything; beside a second tree it does not.
async function findSession(token: string): Promise<SessionRow | undefined> {
  // Every page begins with this question.
  const [row] = await ask<SessionRow>(Prisma.sql`
    SELECT s.id AS "sessionId", s.updated_at AS "seenAt", u.id AS "userId", u.name, u.language,
      u.speaker_id AS "speakerId", u.two_factor_enabled AS "twoFactorEnabled", u.second_factor_by AS "secondFactorBy",
      (SELECT count(*)::int FROM notice WHERE user_id = u.id AND read_at IS NULL) AS unread,
      coalesce((
        SELECT json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitName', t.name, 'isWhole', t.parent_id IS NULL
          AND NOT EXISTS (SELECT FROM unit other WHERE other.parent_id IS NULL AND other.id <> t.id)))
        FROM role_grant g JOIN unit t ON t.id = g.unit_id WHERE g.user_id = u.id), '[]') AS grants
    FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.token = ${token} AND s.expires_at > now() AND u.disabled_at IS NULL
      AND s.updated_at > now() - make_interval(hours => ${idleHours})`);
  return row;
}

async function noteSeen({ sessionId, seenAt }: SessionRow): Promise<void> {
  if (Date.now() - seenAt.getTime() < seenEveryMinutes * 60_000) return;
  // updateMany: the session may have been ended since it was read, which is no fault.
  await db.session.updateMany({ where: { id: sessionId }, data: { updatedAt: new Date() } });
}

function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  if (request.method !== "GET" && request.headers.get("Content-Type")?.startsWith("application/json")) {
    return Response.json({ errors: { form: words.signInAgain[languageOf(request)] } }, { status: 401 });
  }
  if (request.method !== "GET" || pathname === "/") return redirect("/sign-in");
  return redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
}

/** Says why, and who may. */
function notAllowed(permission: Permission, language: Language): Response {
  const holders = permissions[permission].map((role) => roleWords[language][role]).join(", ");
  return new Response(words[language].notAllowed(holders), { status: 403 });
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { Location: location } });
}

function signatureOf(value: string): string {
  return createHmac("sha256", secret).update(value).digest("base64");
}

function halves(signed: string): [string, string] {
  const at = signed.lastIndexOf(".");
  return [signed.slice(0, Math.max(at, 0)), signed.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ""; // a cookie of somebody's own making: no session
  }
}
