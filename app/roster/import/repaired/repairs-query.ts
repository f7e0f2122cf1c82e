/** Which repairs a page shows: the part of the address that says so. */
import { z } from "zod";
import { repairKinds } from "~/roster/import/repairs";

const querySchema = z.object({
  kind: z.enum(repairKinds).nullable().catch(null),
  field: z.string().max(40).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type RepairsQuery = z.infer<typeof querySchema>;

export function readRepairsQuery(url: string): RepairsQuery {
  const { searchParams } = new URL(url);
  return querySchema.parse({
    kind: searchParams.get("kind"),
    field: searchParams.get("field"),
    page: searchParams.get("page") ?? 1,
  });
}
