/** What a reader's own list asks for: read from the URL once, obeyed by the page and its count. */
import { z } from "zod";
import { materialKinds } from "~/materials/material";

export const pageSize = 30;

const id = z.uuid().nullable().catch(null);

const querySchema = z.object({
  topic: id,
  /** When it went out, "2026-11". */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .catch(null),
  /** A conference, or another collection. */
  collection: id,
  kind: z.enum(materialKinds).nullable().catch(null),
  saved: z.literal("yes").nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type LibraryQuery = z.output<typeof querySchema>;

const filters = ["topic", "month", "collection", "kind", "saved"] as const;

export function readLibraryQuery(url: URL): LibraryQuery {
  const params = url.searchParams;
  return querySchema.parse({
    ...Object.fromEntries(filters.map((name) => [name, params.get(name) || null])),
    page: params.get("page") ?? "1",
  });
}

export function isFiltered(query: LibraryQuery): boolean {
  return filters.some((name) => query[name] !== null);
}
