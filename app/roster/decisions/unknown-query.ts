/** What the list of appointments without a decision asks for, and the form that puts one behind many. */
import { z } from "zod";
import { says } from "~/platform/forms";
import { decisionChoiceSchema } from "~/roster/decision";
import { readDay } from "~/ui/typed-day";
import { words } from "./words";

export const unknownPageSize = 100;

const querySchema = z.object({
  unit: z.uuid().nullable().catch(null),
  startsOn: z.iso.date().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type UnknownQuery = z.output<typeof querySchema>;

export function readUnknownQuery(url: URL): UnknownQuery {
  const { searchParams } = url;
  const typed = searchParams.get("startsOn");
  return querySchema.parse({
    unit: searchParams.get("unit") || null,
    startsOn: typed ? (readDay(typed) ?? typed) : null,
    page: searchParams.get("page") ?? "1",
  });
}

export const attachmentSchema = z
  .object({ appointmentIds: z.array(z.uuid()).min(1).max(1000), decision: decisionChoiceSchema })
  .refine(({ decision }) => decision.choice !== "unknown", {
    path: ["decision.choice"],
    ...says(words.errors.decisionNeeded),
  });
export type AttachmentInput = z.input<typeof attachmentSchema>;
export type Attachment = z.output<typeof attachmentSchema>;
