/** What the list of a review's units asks for: read from the URL once, obeyed by the page, its count, the reminders and the sheet. */
import { z } from "zod";
import { tidy } from "~/platform/text";
import { progresses } from "./review-state";

export const pageSize = 50;

export const filters = [...progresses, "late"] as const;

const querySchema = z.object({
  q: z.string().max(100).transform(tidy).catch(""),
  state: z.enum(filters).nullable().catch(null),
  sort: z
    .enum(["unit", "-unit", "percent", "-percent", "left", "-left", "submitted", "-submitted"])
    .catch("unit"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ProgressQuery = z.output<typeof querySchema>;

export function readProgressQuery({ searchParams }: URL): ProgressQuery {
  return querySchema.parse({
    q: searchParams.get("q") ?? "",
    state: searchParams.get("state") || null,
    sort: searchParams.get("sort") ?? "unit",
    page: searchParams.get("page") ?? "1",
  });
}
