/** How far one person is with one version, and what a list of such people asks for. */
import { z } from "zod";
import { tidy } from "~/platform/text";

/** untouched: neither opened nor downloaded. seen: one of both, and not acknowledged. */
export const readerStates = ["untouched", "seen", "acknowledged", "no_account"] as const;
export type ReaderState = (typeof readerStates)[number];

/** left: with an account and not acknowledged. gone: acknowledged, and no longer among those it is for. */
export const readerFilters = ["left", ...readerStates, "gone"] as const;
export type ReaderFilter = (typeof readerFilters)[number];

export const pageSize = 50;

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const version = z.coerce.number().int().min(1).max(10_000).nullable().catch(null);

const readersSchema = z.object({
  /** The number of a version; null: the current one. */
  version,
  q: z.string().max(100).transform(tidy).catch(""),
  state: z.enum(readerFilters).nullable().catch(null),
  unit: z.uuid().nullable().catch(null),
  sort: z
    .enum(["name", "-name", "unit", "opened", "-opened", "downloaded", "-downloaded", "word", "-word"])
    .catch("name"),
  page,
});
export type ReadersQuery = z.output<typeof readersSchema>;

export function readReadersQuery({ searchParams }: URL): ReadersQuery {
  return readersSchema.parse(given(searchParams, { q: "", sort: "name", page: "1" }));
}

const unitsSchema = z.object({
  version,
  q: z.string().max(100).transform(tidy).catch(""),
  /** "tree": in the order of the organisation; else by how many are left, the worst first. */
  sort: z.enum(["worst", "tree", "left", "-left", "people", "-people"]).catch("worst"),
  page,
});
export type UnitsQuery = z.output<typeof unitsSchema>;

export function readUnitsQuery({ searchParams }: URL): UnitsQuery {
  return unitsSchema.parse(given(searchParams, { q: "", sort: "worst", page: "1" }));
}

function given(params: URLSearchParams, usual: Record<string, string>): Record<string, string | null> {
  const names = ["version", "state", "unit", ...Object.keys(usual)];
  return Object.fromEntries(names.map((name) => [name, params.get(name) || (usual[name] ?? null)]));
}
