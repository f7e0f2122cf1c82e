/** better-auth, set up for this house: password hashes, sessions, the second factor. It answers no URL of its own. */
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { longestPassword, shortestPassword } from "./passwords/password";
import { makeRecoveryCodes } from "./second-factor/recovery-codes.server";

export const secureCookies = env.BASE_URL?.startsWith("https://") ?? false;
// __Host- ties a cookie to this host; browsers take it only with Secure.
export const cookiePrefix = secureCookies ? "__Host-bcv" : "bcv";

if (!env.SESSION_SECRET) throw new Error("platform/start.ts gives SESSION_SECRET before it loads the app");
export const secret: string = env.SESSION_SECRET;

/** A session ends this long after sign-in, whatever happens. */
export const sessionSeconds = 7 * 24 * 3600;

export const auth = betterAuth({
  baseURL: env.BASE_URL ?? `http://${env.HOST}:${env.PORT}`,
  secret,
  database: prismaAdapter(db, { provider: "postgresql" }),
  account: { modelName: "credential" },
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    minPasswordLength: shortestPassword,
    maxPasswordLength: longestPassword,
  },
  session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
  user: {
    additionalFields: {
      disabledAt: { type: "date", required: false, input: false },
    },
  },
  databaseHooks: {
    session: { create: { before: refuseDisabled } },
  },
  plugins: [
    twoFactor({
      twoFactorCookieMaxAge: 10 * 60,
      backupCodeOptions: { customBackupCodesGenerate: makeRecoveryCodes },
      accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
    }),
  ],
  advanced: {
    // Off, because it would put __Secure- before our prefix.
    useSecureCookies: false,
    cookiePrefix,
    defaultCookieAttributes: { secure: secureCookies, httpOnly: true, sameSite: "lax", path: "/" },
    database: { generateId: false },
    ipAddress: { ipAddressHeaders: ["x-client-address"] },
  },
  // Throttling is ours: better-auth counts only requests to its own URLs, of which there are none.
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
});

// Asked after the password: who does not know it learns nothing about the account.
async function refuseDisabled({ userId }: { userId: string }) {
  const user = await db.user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  if (!user || user.disabledAt) throw new APIError("FORBIDDEN", { code: "ACCOUNT_DISABLED" });
}
