/** What the trail was asked for, all in the URL. */
import { z } from "zod";
import { readDay } from "~/ui/typed-day";

export const pageSize = 50;
const day = z
  .string()
  .transform((typed) => readDay(typed) ?? undefined)
  .optional()
  .catch(undefined);
const key = z
  .string()
  .regex(/^[a-z_.]{1,60}$/)
  .optional()
  .catch(undefined);

const querySchema = z.object({
  /** Part of the name of who did it. */
  q: z.string().trim().max(100).catch(""),
  action: key,
  kind: key,
  /** One record's lines; with `kind`. */
  subject: z.string().max(60).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  from: day,
  to: day,
  /** Lines older than this one. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type AuditQuery = z.infer<typeof querySchema>;

export function readAuditQuery(url: URL): AuditQuery {
  const given = [...url.searchParams].filter(([, value]) => value !== "");
  return querySchema.parse({ q: "", ...Object.fromEntries(given) });
}
