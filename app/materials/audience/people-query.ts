/** What the list of the people a material is for asks for, as it stands in the address. */
import { z } from "zod";

export const peoplePerPage = 50;

const schema = z.object({
  q: z.string().trim().max(100).catch(""),
  account: z.enum(["all", "none"]).catch("all"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type PeopleQuery = z.output<typeof schema>;

export function readPeopleQuery({ searchParams }: URL): PeopleQuery {
  return schema.parse({
    q: searchParams.get("q") ?? "",
    account: searchParams.get("account") ?? "all",
    page: searchParams.get("page") ?? 1,
  });
}
