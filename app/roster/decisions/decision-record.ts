/** The form of a decision: what it says, whose people it concerns, and the version that the form was opened on. */
import { z } from "zod";
import { tidy } from "~/platform/text";
import { decisionSchema } from "~/roster/decision";

export const decisionRecordSchema = decisionSchema.extend({
  unitId: z.uuid(),
  note: z
    .string()
    .max(1000)
    .nullish()
    .transform((typed) => tidy(typed ?? "") || null),
  revision: z.number().int().nullish(),
});
export type DecisionRecordInput = z.input<typeof decisionRecordSchema>;
export type DecisionRecordValues = z.output<typeof decisionRecordSchema>;
