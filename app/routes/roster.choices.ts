/** People within reach for the picker: found by a few letters, or the first ones. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { listSpeakerChoices } from "~/roster/people-search.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const choices = await listSpeakerChoices(actor, typed);
  return Response.json({ choices }, { headers: { "Cache-Control": "private, no-store" } });
}
