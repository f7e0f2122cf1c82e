/** Which rows of an import a page shows: the part of the address that says so. */
import { z } from "zod";

export const rowFilters = [
  "problem",
  "ready",
  "update",
  "there",
  "added",
  "updated",
  "left_out",
  "all",
] as const;
export type RowFilter = (typeof rowFilters)[number];

export const pageSize = 50;

const querySchema = z.object({
  rows: z.enum(rowFilters).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export interface ImportQuery {
  /** Null: whatever needs a look first. */
  rows: RowFilter | null;
  page: number;
}

export function readImportQuery(url: string): ImportQuery {
  const { searchParams } = new URL(url);
  return querySchema.parse({ rows: searchParams.get("rows"), page: searchParams.get("page") ?? 1 });
}
