/** What the list of doubles is asked, read from the URL once: for the page, its count and its filters. */
import { z } from "zod";
import { signs } from "./score";

export const bands = ["sure", "likely"] as const;
export const pairsPerPage = 50;

const querySchema = z.object({
  unit: z.uuid().nullable().catch(null),
  band: z.enum(bands).nullable().catch(null),
  sign: z
    .enum(signs as [string, ...string[]])
    .nullable()
    .catch(null),
  sort: z.enum(["score", "-score", "name", "-name"]).catch("-score"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PairQuery = z.infer<typeof querySchema>;

export function readPairQuery(address: string): PairQuery {
  const { searchParams } = new URL(address);
  return querySchema.parse(
    Object.fromEntries(Object.keys(querySchema.shape).map((name) => [name, searchParams.get(name)])),
  );
}

export const pairIdsSchema = z.object({ ids: z.array(z.uuid()).min(1).max(500) });
