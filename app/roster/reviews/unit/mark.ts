/** What a unit says of a person on its list, and whom it proposes: the forms, and what is kept of them. */
import { z } from "zod";
import { networks, type ReleaseReason, releaseReasons, roles } from "~/roster/appointment";
import { atNote, noteLookedAt, type SpeakerValues, speakerFields } from "~/roster/speaker";

export const verdicts = ["keep", "correct", "replace", "release", "propose"] as const;
export type Verdict = (typeof verdicts)[number];

/** What a unit may correct of a record. */
const correctable = {
  fullName: true,
  birth: true,
  gender: true,
  phone: true,
  email: true,
  position: true,
  workplace: true,
  education: true,
  politicalTheory: true,
} as const;
export type Correctable = keyof typeof correctable;
export const correctableFields = Object.keys(correctable) as Correctable[];
/** In the order of the form; the database keeps none. */
export function correctedIn(fields: object | undefined): Correctable[] {
  return correctableFields.filter((field) => fields && field in fields);
}

export type CorrectedFields = Partial<Pick<SpeakerValues, Correctable>>;

const note = { note: speakerFields.shape.note, noteChecked: z.boolean().optional() };
const entry = { entryId: z.uuid() };
const seat = { role: z.enum(roles), network: z.enum(networks) };
const reason = { reason: z.enum(releaseReasons) };
const correction = speakerFields.pick(correctable);
/** Somebody who is not in the roster yet; the server gives the id. The unit is for the search of doubles. */
const newcomer = correction.extend({ id: z.uuid(), unitId: z.uuid().optional() });

export const keepSchema = z.object({ verdict: z.literal("keep"), ...entry });
/** Back to "not looked at"; whoever was proposed goes off the list. */
export const unmarkSchema = z.object({ verdict: z.literal("none"), ...entry });
export const correctSchema = correction
  .extend({ verdict: z.literal("correct"), ...entry, ...note })
  .refine(noteLookedAt, atNote);
export const releaseSchema = z
  .object({ verdict: z.literal("release"), ...entry, ...reason, ...note })
  .refine(noteLookedAt, atNote);
export const replaceByKnownSchema = z
  .object({ verdict: z.literal("replace_known"), ...entry, ...reason, newcomerId: z.uuid(), ...note })
  .refine(noteLookedAt, atNote);
export const replaceByNewSchema = newcomer
  .extend({ verdict: z.literal("replace_new"), ...entry, ...reason, ...note })
  .refine(noteLookedAt, atNote);
export const proposeKnownSchema = z
  .object({ verdict: z.literal("propose_known"), newcomerId: z.uuid(), ...seat, ...note })
  .refine(noteLookedAt, atNote);
export const proposeNewSchema = newcomer
  .extend({ verdict: z.literal("propose_new"), ...seat, ...note })
  .refine(noteLookedAt, atNote);

export const markSchema = z.discriminatedUnion("verdict", [
  keepSchema,
  unmarkSchema,
  correctSchema,
  releaseSchema,
  replaceByKnownSchema,
  replaceByNewSchema,
  proposeKnownSchema,
  proposeNewSchema,
]);
export type Mark = z.output<typeof markSchema>;

/** A person proposed who has no record yet, as kept in the entry. */
export const proposedPersonSchema = z.object({
  id: z.uuid(),
  fullName: z.string(),
  birth: z
    .object({ year: z.number(), month: z.number().nullish(), day: z.number().nullish() })
    .nullable()
    .catch(null),
  gender: z.enum(["female", "male"]).nullable().catch(null),
  phone: z.string().nullable().catch(null),
  email: z.string().nullable().catch(null),
  position: z.string().nullable().catch(null),
  workplace: z.string().nullable().catch(null),
  education: z.string().nullable().catch(null),
  politicalTheory: z
    .enum(["none", "elementary", "intermediate", "advanced", "bachelor"])
    .nullable()
    .catch(null),
});
export type ProposedPerson = z.output<typeof proposedPersonSchema>;

/** What an entry keeps beside its verdict; each verdict uses its own part. */
export const proposalSchema = z.object({
  /** correct: only what differs from the record. */
  fields: z.record(z.string(), z.unknown()).optional(),
  /** replace: who comes instead, once there is a record. */
  newcomerId: z.uuid().optional(),
  /** replace, propose: who has no record yet. */
  person: proposedPersonSchema.optional(),
  /** propose. */
  role: z.enum(roles).optional(),
  network: z.enum(networks).optional(),
});
export type Proposal = z.output<typeof proposalSchema>;

export function readProposal(json: unknown): Proposal {
  return proposalSchema.catch({}).parse(json ?? {});
}

/** Discipline is for those who keep the roster. */
export function shownReason(reason: string | null, mayKeep: boolean): ReleaseReason | null {
  return reason === "discipline" && !mayKeep ? "other" : (reason as ReleaseReason | null);
}
