/** Who can take something over, for the picker: found by a few letters, or the first ones. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listSuccessorChoices, requireActor } from "~/accounts/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const choices = await listSuccessorChoices(actor, typed);
  return Response.json({ choices }, { headers: { "Cache-Control": "private, no-store" } });
}
