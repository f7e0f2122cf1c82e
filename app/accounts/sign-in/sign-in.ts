/** What a person types to sign in, and where they may be led afterwards. */

import { z } from "zod";
import { words } from "~/accounts/words";
import { says } from "~/platform/forms";
import { ownPath } from "~/platform/own-path";
import { readPhone } from "~/platform/phone";

export const signInSchema = z.object({
  login: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(1000),
  to: z
    .string()
    .nullish()
    .transform((to) => pageAfterSignIn(to ?? null)),
});
export type SignInValues = Omit<z.infer<typeof signInSchema>, "to">;

export const secondFactorSchema = z.object({
  code: z
    .string()
    .transform((code) => code.replace(/\s/g, ""))
    .refine((code) => isTotp(code) || isRecoveryCode(code), says(words.codeShape)),
  to: z
    .string()
    .nullish()
    .transform((to) => pageAfterSignIn(to ?? null)),
});

/** The first code, which turns the second factor on. */
export const firstCodeSchema = z.object({
  code: z
    .string()
    .transform((code) => code.replace(/\s/g, ""))
    .refine(isTotp, says(words.firstCodeShape)),
});

/** Six digits from the phone. */
export function isTotp(code: string): boolean {
  return /^\d{6}$/.test(code);
}

/** One of the ten printed ones, "K7PM2-XQR9A". */
export function isRecoveryCode(code: string): boolean {
  return /^[A-Za-z0-9]{5}-?[A-Za-z0-9]{5}$/.test(code);
}

/** A user name as it is kept. People type capitals on a phone without meaning them. */
export function readUsername(login: string): string {
  return login.normalize("NFKC").trim().toLowerCase();
}

/** What the person typed, as the two columns it may stand in. */
export function readLogin(login: string): { username: string; phone: string | null } {
  return { username: readUsername(login), phone: readPhone(login) };
}

/** The page that was asked for before sign-in, if it is one of ours; else the start page. */
export function pageAfterSignIn(to: string | null): string {
  const path = ownPath(to);
  return /^\/(sign-in|sign-out|setup|activate)\b/.test(path) ? "/" : path;
}
