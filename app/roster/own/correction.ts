/** What is asked of the list of requests for corrections, and what a decision on one holds. */
import { z } from "zod";
import { tidy } from "~/platform/text";

export const correctionsPerPage = 30;

const querySchema = z.object({
  state: z.enum(["waiting", "decided"]).catch("waiting"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CorrectionQuery = z.infer<typeof querySchema>;

export function readCorrectionQuery(address: string): CorrectionQuery {
  const { searchParams } = new URL(address);
  return querySchema.parse({ state: searchParams.get("state"), page: searchParams.get("page") ?? 1 });
}

export const decisionSchema = z.object({
  /** The fields to take into the record; "note" when the request is nothing but words. */
  take: z.array(z.string().max(40)).max(20),
  reason: z
    .string()
    .max(500)
    .nullish()
    .transform((text) => tidy(text ?? "") || null),
  version: z.string().max(40),
});
export type DecisionValues = z.output<typeof decisionSchema>;
