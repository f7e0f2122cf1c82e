/** What a decision is: the document that recognises or releases, how its number is compared, when its date looks wrong. */
import { z } from "zod";
import { addDays, type Day } from "~/platform/clock";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import type { Phrase } from "~/platform/words";
import { words } from "./words";

export const decisionKinds = [
  "recognition",
  "supplementary",
  "consolidation",
  "release",
  "dismissal",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const recognitionKinds = ["recognition", "supplementary", "consolidation"] as const;
export const releaseKinds = ["release", "dismissal"] as const;

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullish()
    .transform((typed) => tidy(typed ?? "") || null);

export const decisionSchema = z.object({
  number: z
    .string()
    .min(1)
    .max(60)
    .transform(tidy)
    .refine((number) => /\d/.test(number), says(words.errors.decisionNumber)),
  decidedOn: z.iso.date(),
  issuer: text(200),
  signer: text(120),
  kind: z.enum(decisionKinds),
});
export type DecisionValues = z.output<typeof decisionSchema>;

export type DecisionChoice =
  | { choice: "unknown" }
  | { choice: "existing"; id: string }
  | ({ choice: "new" } & DecisionValues);

/** Which decision stands behind an appointment or a release: one on file, a new one, or nobody knows (yet). */
export const decisionChoiceSchema = z
  .object({
    choice: z.enum(["existing", "new", "unknown"]),
    id: z.string().nullish(),
    number: z.string().nullish(),
    decidedOn: z.string().nullish(),
    issuer: z.string().nullish(),
    signer: z.string().nullish(),
    kind: z.enum(decisionKinds).nullish(),
  })
  .transform((typed, context): DecisionChoice => {
    const schema = typed.choice === "new" ? decisionSchema : existingSchema;
    if (typed.choice === "unknown") return { choice: "unknown" };
    const parsed = schema.safeParse(typed);
    if (parsed.success) return { choice: typed.choice, ...parsed.data } as DecisionChoice;
    for (const { path } of parsed.error.issues) {
      const field = path[0] as keyof typeof typed;
      const phrase = complaints[field] && typed[field] ? complaints[field] : words.errors.required;
      context.addIssue({ code: "custom", path, ...says(phrase) });
    }
    return z.NEVER;
  });
export type DecisionChoiceInput = z.input<typeof decisionChoiceSchema>;

const existingSchema = z.object({ id: z.uuid() });
const complaints: Partial<Record<string, Phrase>> = {
  number: words.errors.decisionNumber,
  decidedOn: words.errors.noSuchDay,
};

/** "Số 45 - QĐ/ĐU", "45-QĐ/ĐU" and "Quyết định số: 45 – qđ/đu" have one key: "45-qđ/đu". */
export function numberKey(number: string): string {
  return number
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\s*(?:quyết\s*định|qđ(?=\s*số))?\s*(?:số)?\s*[:.]?\s*/u, "")
    .replace(/\s+/gu, "")
    .replace(/[‐-―−]/gu, "-");
}

/** Without the leading "Số" or "QĐ số": how a number stands in a sentence. */
export function showNumber(number: string): string {
  return tidy(number.replace(/^\s*(?:quyết\s*định\s*|qđ\s*(?=số|\d))?(?:số)?\s*[:.]?\s*/iu, "")).replace(
    /\s*([-–/])\s*/gu,
    "$1",
  );
}

/** Directive 14-CT/TW, with which the corps began. */
const corpsBegan: Day = "1977-08-03";

/** Why the date of a decision looks wrong: said, never refused. */
export function decisionDoubts(decidedOn: Day, today: Day, startsOn?: Day | null): Phrase[] {
  const doubts: Phrase[] = [];
  if (decidedOn > today) doubts.push(words.doubts.future);
  if (decidedOn < corpsBegan) doubts.push(words.doubts.longAgo);
  if (startsOn && startsOn < addDays(decidedOn, -60)) doubts.push(words.doubts.afterStart);
  if (startsOn && startsOn > addDays(decidedOn, 366)) doubts.push(words.doubts.longBeforeStart);
  return doubts;
}
