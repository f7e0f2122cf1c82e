/** The forms of a review: what is said when it is asked for, decided, or an entry is taken back. */
import { z } from "zod";
import { tidy } from "~/platform/text";

const said = z
  .string()
  .max(1000)
  .nullish()
  .transform((typed) => tidy(typed ?? "") || null);

export const noteSchema = z.object({ text: said });
export type NoteValues = z.output<typeof noteSchema>;

/** Whoever sends back or withdraws says why. */
export const reasonSchema = z.object({ text: z.string().min(1).max(1000).transform(tidy) });
