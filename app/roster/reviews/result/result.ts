/** What comes out of a review: lists of people by what is to become of them, and what the address of a result asks for. */
import { z } from "zod";
import { networks } from "~/roster/appointment";

/** In the order in which a department works through them. */
export const resultLists = ["recognise", "replace", "release", "correct", "keep"] as const;
export type ResultList = (typeof resultLists)[number];

export const verdictOf = {
  recognise: "propose",
  replace: "replace",
  release: "release",
  correct: "correct",
  keep: "keep",
} as const satisfies Record<ResultList, string>;

export const resultPageSize = 100;

const querySchema = z.object({
  list: z.enum(resultLists).catch("recognise"),
  unit: z.uuid().nullable().catch(null),
  network: z.enum(networks).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ResultQuery = z.output<typeof querySchema>;

export function readResultQuery({ searchParams }: URL): ResultQuery {
  return querySchema.parse({
    list: searchParams.get("list") ?? "recognise",
    unit: searchParams.get("unit") || null,
    network: searchParams.get("network") || null,
    page: searchParams.get("page") ?? "1",
  });
}

/** Which of the corrections and new people are left out this time. */
export const acceptanceSchema = z.object({ leftOut: z.array(z.uuid()).max(5000) });
export type AcceptanceInput = z.input<typeof acceptanceSchema>;
