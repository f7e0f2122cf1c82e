/** The sensitive fields of a record: off until the department switches one on with a reason, and masked until somebody reveals it. */
import { z } from "zod";
import { type Day, today } from "~/platform/clock";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import type { Language, Phrase } from "~/platform/words";
import { words } from "./words";

/** With the column that keeps each. */
export const privateFields = {
  ethnicGroup: { column: "ethnic_group" },
  partyJoinedOn: { column: "party_joined_on" },
  partyFullOn: { column: "party_full_on" },
  identityNumber: { column: "identity_number" },
  homeAddress: { column: "home_address" },
  photo: { column: "photo_id" },
} as const;
export type PrivateField = keyof typeof privateFields;
/** Those that a form holds; the photo has its own. */
export type TypedField = Exclude<PrivateField, "photo">;

export const privateFieldNames = Object.keys(privateFields) as PrivateField[];
export const typedFields = privateFieldNames.filter((field): field is TypedField => field !== "photo");

export function isPrivateField(name: string | undefined): name is PrivateField {
  return (privateFieldNames as string[]).includes(name ?? "");
}

/** A field that is switched on: why, since when, by whom. */
export interface SwitchedOn {
  reason: string;
  since: Day;
  by: string;
}
export type PrivateSetting = Partial<Record<PrivateField, SwitchedOn>>;

const switchedOn = z.object({ reason: z.string(), since: z.iso.date(), by: z.string() });
export const privateSettingSchema: z.ZodType<PrivateSetting> = z.object({
  ethnicGroup: switchedOn.optional(),
  partyJoinedOn: switchedOn.optional(),
  partyFullOn: switchedOn.optional(),
  identityNumber: switchedOn.optional(),
  homeAddress: switchedOn.optional(),
  photo: switchedOn.optional(),
});

/** What the settings page sends of one field. */
export const privateSwitchSchema = z.object({
  reason: z
    .string()
    .max(300)
    .transform(tidy)
    .refine((reason) => reason.length >= 10, says(words.errors.reason)),
});

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullish()
    .transform((typed) => tidy(typed ?? "") || null);

const pastDay = z
  .union([z.iso.date(), z.literal("")])
  .nullish()
  .transform((day) => day || null)
  .refine((day) => day === null || day <= today(), says(words.errors.dayInFuture));

/** Nothing typed keeps what is stored, which the form never shows; `erase` names what goes. */
export const privateSchema = z.object({
  ethnicGroup: text(60),
  partyJoinedOn: pastDay,
  partyFullOn: pastDay,
  identityNumber: text(20)
    .transform((typed) => typed?.replace(/[ .]/g, "") ?? null)
    .refine((typed) => typed === null || /^\d{12}$/.test(typed), says(words.errors.identityNumber)),
  homeAddress: text(200),
  erase: z.array(z.enum(typedFields)),
});
export type PrivateValues = z.output<typeof privateSchema>;

/** A sentence with the field's name in it, in every language. */
export function fieldPhrase(field: PrivateField, say: (language: Language, name: string) => string): Phrase {
  return {
    vi: say("vi", words.vi.private.fields[field]),
    en: say("en", words.en.private.fields[field]),
  };
}
