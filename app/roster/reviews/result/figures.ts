/** What is counted of a review, before it and after. */
import { z } from "zod";

export const metrics = [
  "people",
  "rapporteurs",
  "communicators",
  "women",
  "young",
  "minority",
  "trained",
  "level_central",
  "level_province",
  "level_commune",
  "level_grassroots",
  "network_party",
  "network_grassroots_info",
  "network_legal_education",
  "theory_elementary",
  "theory_intermediate",
  "theory_advanced",
  "theory_bachelor",
  "theory_unknown",
] as const;
export type Metric = (typeof metrics)[number];

/** Before and after. */
export type Pair = [before: number, after: number];

export interface UnitFigures {
  /** Null: all units together, each person once. */
  unitId: string | null;
  name: string | null;
  figures: Record<Metric, Pair>;
}

export const figuresPageSize = 50;

const querySchema = z.object({
  unit: z.uuid().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type FiguresQuery = z.output<typeof querySchema>;

export function readFiguresQuery({ searchParams }: URL): FiguresQuery {
  return querySchema.parse({ unit: searchParams.get("unit") || null, page: searchParams.get("page") ?? "1" });
}

/** A line of which nobody knows anything is left out rather than shown as nought. */
export function shownMetrics(figures: Record<Metric, Pair>): Metric[] {
  const always: readonly Metric[] = ["people", "women", "young", "minority"];
  return metrics.filter((metric) => always.includes(metric) || figures[metric].some((count) => count > 0));
}
