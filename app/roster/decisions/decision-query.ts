/** What a list of decisions asks for: read from the URL once, obeyed by the page and its count. */
import { z } from "zod";
import { tidy } from "~/platform/text";
import { decisionKinds } from "~/roster/decision";

export const pageSize = 50;
/** Of the people whom a decision names. */
export const peoplePageSize = 100;

const querySchema = z.object({
  q: z.string().max(60).transform(tidy).catch(""),
  kind: z.enum(decisionKinds).nullable().catch(null),
  unit: z.uuid().nullable().catch(null),
  year: z.coerce.number().int().min(1945).max(2200).nullable().catch(null),
  scan: z.enum(["missing", "there"]).nullable().catch(null),
  sort: z.enum(["date", "-date", "number", "-number"]).catch("-date"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DecisionQuery = z.output<typeof querySchema>;

export function readDecisionQuery(url: URL): DecisionQuery {
  const params = url.searchParams;
  const of = (name: string) => params.get(name) || null;
  return querySchema.parse({
    q: params.get("q") ?? "",
    ...{ kind: of("kind"), unit: of("unit"), scan: of("scan") },
    // An empty text would be read as the year 0.
    year: of("year"),
    sort: of("sort") ?? "-date",
    page: params.get("page") ?? "1",
  });
}

export function isFiltered({ q, kind, unit, year, scan }: DecisionQuery): boolean {
  return Boolean(q || kind || unit || year || scan);
}
