/** What a speaker is: the record's fields, how they are written down, and how they are read out. */
import { z } from "zod";
import { type Day, showDay } from "~/platform/clock";
import { says } from "~/platform/forms";
import { personalDataIn } from "~/platform/personal-data";
import { readPhone } from "~/platform/phone";
import { tidy } from "~/platform/text";
import { noteWords } from "./record/note-words";
import { isPartOfName } from "./speaker-name";
import { words } from "./words";

export const genders = ["female", "male"] as const;
export type Gender = (typeof genders)[number];

export const politicalTheoryLevels = ["none", "elementary", "intermediate", "advanced", "bachelor"] as const;
export type PoliticalTheoryLevel = (typeof politicalTheoryLevels)[number];

/** A day of birth of which perhaps only the year, or month and year, are known. */
export interface PartialDay {
  year: number;
  month?: number | null;
  day?: number | null;
}

const birthSchema = z
  .object({
    year: z.number().int().min(1900).max(2100),
    month: z.number().int().min(1).max(12).nullish(),
    day: z.number().int().min(1).max(31).nullish(),
  })
  .refine(isPartialDay, says(words.errors.noSuchDay))
  .refine(({ year }) => year <= new Date().getFullYear() - 14, says(words.errors.tooYoung));

const phoneSchema = z
  .string()
  .max(40)
  .nullish()
  .transform((text) => (text ? tidy(text) : null) || null)
  .refine((text) => text === null || readPhone(text) !== null, says(words.errors.phone))
  .transform((text) => (text === null ? null : readPhone(text)));

const emailSchema = z
  .union([z.email().max(200), z.literal("")])
  .nullish()
  .transform((email) => email || null);

/** Each field by itself, for the parts of a record that are edited one at a time. */
export const speakerFields = z.object({
  fullName: z
    .string()
    .min(1)
    .max(120)
    .transform(tidy)
    .refine((name) => /\p{L}/u.test(name) && !/[\d<>@]/.test(name), says(words.errors.name)),
  /** Only where the rule of `sortNameOf` errs. */
  givenName: optionalText(60),
  birth: birthSchema.nullish().transform((birth) => birth ?? null),
  gender: optionalChoice(genders),
  phone: phoneSchema,
  email: emailSchema,
  position: optionalText(200),
  workplace: optionalText(200),
  education: optionalText(200),
  politicalTheory: optionalChoice(politicalTheoryLevels),
  note: optionalText(2000),
  unitId: z.uuid(),
});

/** The rule between two fields of a name. */
export function givenNameStands({ fullName, givenName }: { fullName: string; givenName: string | null }) {
  return !givenName || isPartOfName(fullName, givenName);
}
export const atGivenName = { path: ["givenName"], ...says(words.errors.givenName) };

/** A note that seems to hold personal data is stored only once somebody has looked at it again. */
export function noteLookedAt({ note, noteChecked }: { note: string | null; noteChecked?: boolean }) {
  return noteChecked === true || personalDataIn(note ?? "").length === 0;
}
export const atNote = { path: ["note"], ...says(noteWords.noteToCheck) };

export const speakerSchema = speakerFields.refine(givenNameStands, atGivenName);

/** What a form sends. */
export type SpeakerInput = z.input<typeof speakerSchema>;
/** What is stored. */
export type SpeakerValues = z.output<typeof speakerSchema>;

/** The browser makes the id, so that a form sent twice makes one record. */
export const newSpeakerSchema = speakerFields
  .extend({ id: z.uuid(), noteChecked: z.boolean().optional() })
  .refine(givenNameStands, atGivenName)
  .refine(noteLookedAt, atNote)
  .transform(({ noteChecked: _, ...values }) => values);

export const emptySpeaker: SpeakerInput = {
  fullName: "",
  givenName: "",
  birth: null,
  gender: "",
  phone: "",
  email: "",
  position: "",
  workplace: "",
  education: "",
  politicalTheory: "",
  note: "",
  unitId: "",
};

export function isPartialDay({ year, month, day }: PartialDay): boolean {
  if (!day) return true;
  if (!month) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** "1975", "04/1975" or "05/04/1975". */
export function showPartialDay({ year, month, day }: PartialDay): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return showDay([year, ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join("-"));
}

/** Full years on a day; only the year known: the years that the person turns in that year. */
export function ageOn(birth: PartialDay, day: Day): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const notYet =
    birth.month != null && (birth.month > month || (birth.month === month && (birth.day ?? 0) > date));
  return year - birth.year - (notYet ? 1 : 0);
}

function optionalText(longest: number) {
  return z
    .string()
    .max(longest)
    .nullish()
    .transform((text) => tidy(text ?? "") || null);
}

function optionalChoice<const T extends readonly [string, ...string[]]>(choices: T) {
  return z
    .union([z.enum(choices), z.literal("")])
    .nullish()
    .transform((choice) => (choice || null) as T[number] | null);
}
