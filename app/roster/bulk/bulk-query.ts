/** What the page of a bulk edit is asked, read from the URL. */
import { z } from "zod";
import { type Doing, doings } from "./operation";
import { verdicts } from "./outcome";

export const peoplePerPage = 50;

const querySchema = z.object({
  show: z.enum(verdicts).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type BulkQuery = z.output<typeof querySchema>;

export function readBulkQuery(url: URL): BulkQuery {
  return querySchema.parse({ show: url.searchParams.get("show"), page: url.searchParams.get("page") ?? "1" });
}

/** Null: the address does not say. */
export function readDoing(url: URL): Doing | null {
  return z.enum(doings).nullable().catch(null).parse(url.searchParams.get("does"));
}
