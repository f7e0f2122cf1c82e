/** What a search in materials asks for: read from the URL once, obeyed by the page and its count. */
import { z } from "zod";
import { materialKinds } from "~/materials/material";

export const pageSize = 10;
/** Counts are exact up to here, and then say "more than". */
export const countLimit = 1_000;
/** Where each document must be looked into: a phrase of three words and more. */
export const lookedAtLimit = 100;

const id = z.uuid().nullable().catch(null);

const querySchema = z.object({
  q: z.string().max(200).catch(""),
  kind: z.enum(materialKinds).nullable().catch(null),
  topic: id,
  conference: id,
  year: z.coerce.number().int().min(1930).max(2200).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type SearchQuery = z.output<typeof querySchema>;

const filters = ["kind", "topic", "conference", "year"] as const;

export function readSearchQuery(url: URL): SearchQuery {
  const params = url.searchParams;
  return querySchema.parse({
    q: params.get("q") ?? "",
    ...Object.fromEntries(filters.map((name) => [name, params.get(name) || null])),
    page: params.get("page") ?? "1",
  });
}

/** The query of somebody who asks for nothing but these words. */
export function queryOf(q: string, others: Partial<SearchQuery> = {}): SearchQuery {
  return { q, kind: null, topic: null, conference: null, year: null, page: 1, ...others };
}
