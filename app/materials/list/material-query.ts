/** What the list of materials asks for: read from the URL once, obeyed by the page, its count and its export. */
import { z } from "zod";
import { circulations, materialKinds, materialLanguages, materialStates } from "~/materials/material";
import { fold, tidy } from "~/platform/text";

export const pageSize = 50;

export const validities = ["valid", "expired", "superseded"] as const;

const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullable().catch(null);
const id = z.uuid().nullable().catch(null);

const querySchema = z.object({
  q: z.string().max(200).transform(tidy).catch(""),
  state: choice(materialStates),
  kind: choice(materialKinds),
  circulation: choice(circulations),
  language: choice(materialLanguages),
  validity: choice(validities),
  topic: id,
  collection: id,
  unit: id,
  sort: z.enum(["title", "-title", "issued", "-issued", "published", "-published", "-added"]).catch("-added"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type MaterialQuery = z.output<typeof querySchema>;

const filters = [
  ...(["state", "kind", "circulation", "language", "validity", "topic", "collection", "unit"] as const),
];

export function readMaterialQuery(url: URL): MaterialQuery {
  const params = url.searchParams;
  return querySchema.parse({
    q: params.get("q") ?? "",
    ...Object.fromEntries(filters.map((name) => [name, params.get(name) || null])),
    sort: params.get("sort") ?? "-added",
    page: params.get("page") ?? "1",
  });
}

export function isFiltered(query: MaterialQuery): boolean {
  return query.q !== "" || filters.some((name) => query[name] !== null);
}

/** The words of a search, without tone marks. */
export function wordsOf(q: string): string[] {
  return fold(q).split(" ").filter(Boolean).slice(0, 8);
}
