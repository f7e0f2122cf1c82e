/** What was certified to somebody, by whom and until when; and what that is worth on a day. */
import { z } from "zod";
import { addDays, type Day } from "~/platform/clock";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import { skillWords as words } from "./skill-words";

export interface Qualification {
  id: string;
  name: string;
  issuer: string | null;
  number: string | null;
  issuedOn: Day | null;
  /** The last day; null: it does not expire. */
  expiresOn: Day | null;
}

export const qualificationStates = ["valid", "expiring", "expired"] as const;
export type QualificationState = (typeof qualificationStates)[number];

/** From how many days before its last day it is said to expire. */
export const expiringWithin = 90;

export function qualificationStateOn(
  { expiresOn }: Pick<Qualification, "expiresOn">,
  day: Day,
): QualificationState {
  if (expiresOn === null) return "valid";
  if (expiresOn < day) return "expired";
  return expiresOn < addDays(day, expiringWithin) ? "expiring" : "valid";
}

export const qualificationSchema = z
  .object({
    /** Made by the browser, so that a form sent twice adds once. */
    id: z.uuid(),
    name: z.string().min(1).max(200).transform(tidy),
    issuer: optional(200),
    number: optional(60),
    issuedOn: optionalDay(),
    expiresOn: optionalDay(),
    version: z.string().max(40),
  })
  .refine(({ issuedOn, expiresOn }) => !issuedOn || !expiresOn || issuedOn <= expiresOn, {
    path: ["expiresOn"],
    ...says(words.errors.expiresBeforeIssued),
  });
export type QualificationInput = z.input<typeof qualificationSchema>;
export type QualificationValues = z.output<typeof qualificationSchema>;

function optional(longest: number) {
  return z
    .string()
    .max(longest)
    .nullish()
    .transform((text) => tidy(text ?? "") || null);
}

function optionalDay() {
  return z
    .union([z.iso.date(), z.literal("")])
    .nullish()
    .transform((day) => day || null);
}
