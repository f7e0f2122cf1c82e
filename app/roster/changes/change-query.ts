/** What the list of large changes is asked, read from the URL. */
import { z } from "zod";

export const changeKinds = [
  "roster.import",
  "roster.merge",
  "roster.bulk",
  "roster.renewal",
  "roster.decision",
  "roster.handover",
  "roster.review",
] as const;
export const changeStates = ["open", "undone", "late"] as const;
export const changesPerPage = 30;
/** A change of more rows is checked and taken back by a job. */
export const smallEnough = 3000;

const querySchema = z.object({
  kind: z.enum(changeKinds).nullable().catch(null),
  state: z.enum(changeStates).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ChangeQuery = z.infer<typeof querySchema>;

export function readChangeQuery(address: string): ChangeQuery {
  const { searchParams } = new URL(address);
  return querySchema.parse(
    Object.fromEntries(Object.keys(querySchema.shape).map((name) => [name, searchParams.get(name)])),
  );
}
