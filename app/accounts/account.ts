/** What an account is: its values as forms send them, its states, and the rules on names. */
import { z } from "zod";
import type { Day } from "~/platform/clock";
import { says } from "~/platform/forms";
import { readPhone } from "~/platform/phone";
import { tidy } from "~/platform/text";
import { languages } from "~/platform/words";
import { newPassword } from "./passwords/password";
import { roles } from "./permissions";
import { readUsername } from "./sign-in/sign-in";
import { words } from "./words";

export const accountStates = ["active", "not_activated", "disabled", "no_second_factor"] as const;
export type AccountState = (typeof accountStates)[number];

const name = z.string().transform(tidy).pipe(z.string().min(1).max(120));

// It begins with a letter: so nobody's user name is another's phone number.
const username = z
  .string()
  .nullish()
  .transform((text) => (text?.trim() ? readUsername(text) : null))
  .refine((text) => text === null || /^[a-z][a-z0-9._-]{2,39}$/.test(text), says(words.badUsername));

const phone = z
  .string()
  .nullish()
  .transform((text, context) => {
    if (!text?.trim()) return null;
    const number = readPhone(text);
    if (number === null) context.addIssue({ code: "custom", ...says(words.badPhone) });
    return number;
  });

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

const login = { username, phone };
const identity = { name, ...login, speakerId: optionalId };
const hasLogin = (values: { username: string | null; phone: string | null }) =>
  values.username !== null || values.phone !== null;
const needsLogin = { path: ["username"], ...says(words.loginNeeded) };

const grant = { role: z.enum(roles), unitId: z.uuid() };
export const grantSchema = z.object(grant);
export type GrantValues = z.infer<typeof grantSchema>;

export const newAccountSchema = z.object({ ...identity, ...grant }).refine(hasLogin, needsLogin);
export type NewAccountValues = z.infer<typeof newAccountSchema>;

/** What an account needs whose person and role are known already. */
export const accessSchema = z.object(login).refine(hasLogin, needsLogin);
export type AccessValues = z.infer<typeof accessSchema>;

export const accountSchema = z.object(identity).refine(hasLogin, needsLogin);
export type AccountValues = z.infer<typeof accountSchema>;

export const disablingSchema = z.object({
  reason: z.string().transform(tidy).pipe(z.string().min(1).max(300)),
});

export const delaySchema = z.object({ until: z.iso.date() });

/** A delay is help for some days, not a way around the rule. */
export const longestDelayDays = 60;

export const ownAccountSchema = z.object({ name, language: z.enum(["", ...languages]) });
export type OwnAccountValues = z.infer<typeof ownAccountSchema>;

export const passwordChangeSchema = z.object({ current: z.string().min(1).max(1000), password: newPassword });
export type PasswordChangeValues = z.infer<typeof passwordChangeSchema>;

export const passwordSchema = z.object({ password: z.string().min(1).max(1000) });

/** What a list says of an account, most urgent first. */
export function stateOf(account: {
  disabledAt: Date | string | null;
  activated: boolean;
}): "active" | "not_activated" | "disabled" {
  if (account.disabledAt) return "disabled";
  return account.activated ? "active" : "not_activated";
}

export interface SecondFactorState {
  enabled: boolean;
  /** Until this day the person may work without; null: not needed, or there is one. */
  due: Day | null;
}
