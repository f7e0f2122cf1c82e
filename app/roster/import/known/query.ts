/** Which of the people who are there already a page shows: the part of the address that says so. */
import { z } from "zod";
import { type KnownGroup, knownGroups } from "./fields";

export const peoplePerPage = 20;

const querySchema = z.object({
  group: z.enum(knownGroups).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export interface KnownQuery {
  /** Null: whatever needs a look first. */
  group: KnownGroup | null;
  page: number;
}

export function readKnownQuery(url: string): KnownQuery {
  const { searchParams } = new URL(url);
  return querySchema.parse({ group: searchParams.get("group"), page: searchParams.get("page") ?? 1 });
}
