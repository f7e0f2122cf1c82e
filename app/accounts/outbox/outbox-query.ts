/** What the outbox is asked for: read from the URL once, obeyed by the page, its count and what is done to all that match. */
import { z } from "zod";
import { mailStates } from "~/platform/mail/mail";
import { tidy } from "~/platform/text";

export const pageSize = 50;

const querySchema = z.object({
  /** Part of a name, an address or a title. */
  q: z.string().max(100).transform(tidy).catch(""),
  state: z.enum(mailStates).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type OutboxQuery = z.output<typeof querySchema>;

export function readOutboxQuery({ searchParams }: URL): OutboxQuery {
  return querySchema.parse({
    q: searchParams.get("q") ?? "",
    state: searchParams.get("state") || null,
    page: searchParams.get("page") ?? "1",
  });
}

/** One letter, or all that match: no more than the page said. */
export const mailChoiceSchema = z.object({
  mailId: z.uuid().optional(),
  expected: z.coerce.number().int().min(0).default(0),
});
