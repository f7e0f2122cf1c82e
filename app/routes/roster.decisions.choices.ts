/** Decisions on file for the picker in forms: found by number or year. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { listDecisionChoices } from "~/roster/decisions.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 60);
  const choices = await listDecisionChoices(actor, typed);
  return Response.json({ choices }, { headers: { "Cache-Control": "private, no-store" } });
}
