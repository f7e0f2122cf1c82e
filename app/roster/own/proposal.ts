/** What a person may propose to correct in the own record: by part, as the form sends it and as it is kept. */
import { z } from "zod";
import type { LanguageSkill } from "~/roster/record/language";
import { languagesSchema } from "~/roster/record/language";
import type { PartInput, PartValues, RecordPart } from "~/roster/record/part";
import type { TopicLevel } from "~/roster/record/topic";
import { topicsSchema } from "~/roster/record/topic";
import { atNote, noteLookedAt, type PartialDay, speakerFields } from "~/roster/speaker";

/** "other": what no field holds, in the person's own words. */
export const proposalParts = ["contact", "work", "person", "topics", "languages", "other"] as const;
export type ProposalPart = (typeof proposalParts)[number];

export function isProposalPart(name: string | undefined): name is ProposalPart {
  return (proposalParts as readonly string[]).includes(name ?? "");
}

/** What is kept of a proposal: the fields that differ, as they would be stored. */
export interface Proposed {
  fullName?: string;
  birth?: PartialDay | null;
  gender?: string | null;
  phone?: string | null;
  email?: string | null;
  position?: string | null;
  workplace?: string | null;
  education?: string | null;
  politicalTheory?: string | null;
  topics?: Record<string, TopicLevel>;
  languages?: LanguageSkill[];
}
export type ProposedField = keyof Proposed;

export const fieldsOfPart: Record<ProposalPart, ProposedField[]> = {
  contact: ["phone", "email"],
  work: ["position", "workplace", "education", "politicalTheory"],
  person: ["fullName", "birth", "gender"],
  topics: ["topics"],
  languages: ["languages"],
  other: [],
};

/** Goes with every part, and belongs to the whole request. */
const note = { note: speakerFields.shape.note, noteChecked: z.boolean().optional() };

export const proposalSchemas = {
  contact: speakerFields.pick({ phone: true, email: true }).extend(note).refine(noteLookedAt, atNote),
  work: speakerFields
    .pick({ position: true, workplace: true, education: true, politicalTheory: true })
    .extend(note)
    .refine(noteLookedAt, atNote),
  person: speakerFields
    .pick({ fullName: true, birth: true, gender: true })
    .extend(note)
    .refine(noteLookedAt, atNote),
  topics: topicsSchema.extend(note).refine(noteLookedAt, atNote),
  languages: languagesSchema.extend(note).refine(noteLookedAt, atNote),
  other: z.object(note).refine(noteLookedAt, atNote),
} satisfies Record<ProposalPart, z.ZodType>;

/** The fields of a part out of what the part stores or its form holds. */
export function pickFields<Values extends object>(part: ProposalPart, values: Values): Partial<Values> {
  const fields: readonly string[] = fieldsOfPart[part];
  return Object.fromEntries(
    Object.entries(values).filter(([field]) => fields.includes(field)),
  ) as Partial<Values>;
}

/** The part of a record with what is proposed laid over it. */
export function laidOver<Part extends RecordPart>(
  values: PartValues[Part],
  proposed: Proposed,
): PartValues[Part] {
  const known = Object.entries(proposed).filter(([field]) => field in values);
  return { ...values, ...Object.fromEntries(known) };
}

export type ProposalInput = Partial<PartInput[RecordPart]> & { note: string };

/** Whether two values of a field say the same, in whatever order their parts stand. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return `{${entries
    .map(([key, part]) => `${key}:${canonical(part)}`)
    .sort()
    .join()}}`;
}

export const correctionStates = ["waiting", "accepted", "declined", "withdrawn"] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** One line of a request, as people read it. */
export interface CorrectionLine {
  field: ProposedField | "note";
  label: string;
  before: string;
  proposed: string;
  isTaken: boolean;
}
