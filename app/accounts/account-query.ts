/** What the list of accounts is asked: one query for the page, the count and the filters, read from the URL. */
import { z } from "zod";
import { accountStates } from "./account";
import { roles } from "./permissions";

export const accountsPerPage = 50;

const querySchema = z.object({
  q: z.string().trim().max(100).catch(""),
  role: z.enum(roles).nullable().catch(null),
  unit: z.uuid().nullable().catch(null),
  state: z.enum(accountStates).nullable().catch(null),
  sort: z.enum(["name", "-name", "seen", "-seen"]).catch("name"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AccountQuery = z.infer<typeof querySchema>;

export function readAccountQuery(url: URL): AccountQuery {
  const { searchParams } = url;
  return querySchema.parse(
    Object.fromEntries(
      Object.keys(querySchema.shape).map((name) => [
        name,
        searchParams.get(name) || (name === "q" ? "" : null),
      ]),
    ),
  );
}
