/** What a term of a committee is (nhiệm kỳ): its name and its first and last day, both inclusive; and which one follows it. */
import { z } from "zod";
import { addDays, type Day, dayFromColumn, dayToColumn } from "~/platform/clock";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import { words } from "~/roster/decisions/words";

export const termSchema = z
  .object({
    name: z.string().min(1).max(60).transform(tidy),
    unitId: z.uuid(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    revision: z.number().int().nullish(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    ...says(words.errors.termOrder),
  });
export type TermInput = z.input<typeof termSchema>;
export type TermValues = z.output<typeof termSchema>;

export interface TermSpan {
  startsOn: Day;
  endsOn: Day;
}

/** From how many days ahead the page of ending terms may look. */
export const horizons = [30, 90, 180, 365] as const;
export const usualHorizon = 90;

/** The term after this one: as long, begun the day after its end, named by its years. */
export function followingTerm({ startsOn, endsOn }: TermSpan): TermSpan & { name: string } {
  const days = (dayToColumn(endsOn).getTime() - dayToColumn(startsOn).getTime()) / 86_400_000 + 1;
  const years = Math.max(1, Math.round(days / 365.25));
  const begins = addDays(endsOn, 1);
  const last = dayToColumn(endsOn);
  last.setUTCFullYear(last.getUTCFullYear() + years);
  const ends = dayFromColumn(last);
  return { name: `${begins.slice(0, 4)}-${ends.slice(0, 4)}`, startsOn: begins, endsOn: ends };
}

export const termPageSize = 100;
export const groupPageSize = 50;

/** Out of the address of the page of ending terms. */
export function readHorizon(params: URLSearchParams): (typeof horizons)[number] {
  return horizons.find((days) => String(days) === params.get("days")) ?? usualHorizon;
}

const pageQuery = z.object({
  unit: z.uuid().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Out of the address of the list of terms. */
export function readTermPage({ searchParams }: URL) {
  return pageQuery.parse({ unit: searchParams.get("unit") || null, page: searchParams.get("page") ?? "1" });
}
