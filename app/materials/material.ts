/** What a material is: the form of an entry, its kinds, how far it may circulate, and the steps it goes through. */
import { z } from "zod";
import type { Day } from "~/platform/clock";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import { spokenLanguages } from "~/roster";
import { audienceGroups } from "./audience-group";
import { words } from "./words";

export const materialKinds = [
  "outline",
  "material",
  "reference",
  "bulletin",
  "guidance",
  "talk",
  "media",
] as const;
export type MaterialKind = (typeof materialKinds)[number];

/** No secret level exists: what is secret has no place in the app. */
export const circulations = ["public", "internal", "speakers_only"] as const;
export type Circulation = (typeof circulations)[number];

/** Until its first version goes out an entry is a draft, waits for review, or is approved; then it stays published until it is withdrawn. */
export const materialStates = ["draft", "in_review", "approved", "published", "withdrawn"] as const;
export type MaterialState = (typeof materialStates)[number];

export const materialLanguages = ["vi", ...spokenLanguages] as const;
export type MaterialLanguage = (typeof materialLanguages)[number];

export const fileStates = ["checking", "accepted", "purged"] as const;
export type FileState = (typeof fileStates)[number];

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullish()
    .transform((typed) => tidy(typed ?? "") || null);

const day = z
  .union([z.iso.date(), z.literal("")])
  .nullish()
  .transform((typed) => typed || null);

const id = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((typed) => typed || null);

/** What stands in front of the file: what people search and cite it by. */
export const materialFields = {
  title: z.string().min(1).max(300).transform(tidy),
  number: text(60),
  issuer: text(200),
  issuedOn: day,
  kind: z.enum(materialKinds),
  language: z.enum(materialLanguages),
  circulation: z.enum(circulations),
  topicIds: z.array(z.uuid()).max(20),
  audienceGroups: z.array(z.enum(audienceGroups)).max(audienceGroups.length),
  summary: text(2000),
  validFrom: day,
  validUntil: day,
  conferenceId: id,
};

export const materialSchema = z
  .object({ ...materialFields, unitId: z.uuid(), revision: z.number().int().nullish() })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil, {
    path: ["validUntil"],
    ...says(words.errors.validity),
  });
export type MaterialInput = z.input<typeof materialSchema>;
export type MaterialValues = z.output<typeof materialSchema>;

/** The first step of putting in: its title may come after its files. */
export const newMaterialSchema = z.object({
  ...{ kind: materialFields.kind, circulation: materialFields.circulation },
  ...{ conferenceId: materialFields.conferenceId, unitId: z.uuid() },
  title: text(300),
});
export type NewMaterialInput = z.input<typeof newMaterialSchema>;

/** Which entry is to be used instead; empty: none. */
export const successorSchema = z.object({ materialId: id });

/** Which file is removed for good, and why. */
export const purgeSchema = z.object({
  fileId: z.uuid(),
  reason: z.string().min(1).max(1000).transform(tidy),
});

/** Whether it still waits for a title. */
export function isUntitled(title: string): boolean {
  return title === words.vi.untitled || title === words.en.untitled;
}

/** Whether its time is over; it stays readable and says so. */
export function isExpired({ validUntil }: { validUntil: Day | null }, today: Day): boolean {
  return validUntil !== null && validUntil < today;
}
