/** What a review is (rà soát, kiện toàn): its name, its last day, which units it asks; and the forms about it. */
import { z } from "zod";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import { unitKinds } from "~/units";
import { words } from "./words";

const facts = {
  name: z.string().min(1).max(120).transform(tidy),
  /** The last day on which a unit is in time. */
  dueOn: z.iso.date(),
  note: z
    .string()
    .max(1000)
    .nullish()
    .transform((note) => note?.trim() || null),
};

/** Which units are asked: those that stand under one of these, of one of these kinds (none named: of every kind). */
export const choiceSchema = z.object({
  unitIds: z.array(z.uuid()).min(1).max(50),
  kinds: z.array(z.enum(unitKinds)).max(unitKinds.length).default([]),
});
export type UnitChoice = z.output<typeof choiceSchema>;

export const newReviewSchema = choiceSchema.extend({ id: z.uuid(), ...facts });
export type NewReviewInput = z.input<typeof newReviewSchema>;
export type NewReviewValues = z.output<typeof newReviewSchema>;

/** A deadline may be moved, also back; what is closed is closed by hand. */
export const reviewSchema = z.object(facts);
export type ReviewInput = z.input<typeof reviewSchema>;
export type ReviewValues = z.output<typeof reviewSchema>;

/** What a leader says who gives a list back, and the department that opens one again. */
export const returnSchema = z.object({
  note: z
    .string()
    .max(1000)
    .transform((note) => note.trim())
    .refine((note) => note !== "", says(words.errors.noteNeeded)),
});
export type ReturnInput = z.input<typeof returnSchema>;
