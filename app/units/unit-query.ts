/** What a list of units was asked for: filters, sort and page, all in the URL. */
import { z } from "zod";
import { levels, unitKinds } from "./unit";

export const pageSize = 50;
export const unitStates = ["open", "planned", "closed"] as const;
export const unitSorts = [
  "name",
  "-name",
  "code",
  "-code",
  "level",
  "-level",
  "openedOn",
  "-openedOn",
] as const;

const querySchema = z.object({
  q: z.string().trim().max(100).catch(""),
  level: z.enum(levels).optional().catch(undefined),
  kind: z.enum(unitKinds).optional().catch(undefined),
  state: z.enum([...unitStates, "all"]).catch("open"),
  under: z.uuid().optional().catch(undefined),
  grouping: z.uuid().optional().catch(undefined),
  sort: z.enum(unitSorts).catch("level"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type UnitQuery = z.infer<typeof querySchema>;

/** Reads the URL leniently: what makes no sense falls back to what an empty URL means. */
export function readUnitQuery(url: URL): UnitQuery {
  const given = [...url.searchParams].filter(([, value]) => value !== "");
  return querySchema.parse({ q: "", state: "open", sort: "level", page: 1, ...Object.fromEntries(given) });
}
