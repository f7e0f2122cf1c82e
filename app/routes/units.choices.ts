/** Units within reach for the picker: found by a few letters, or the first ones. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { listUnitChoices } from "~/units/unit-search.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "units.view");
  const { searchParams } = new URL(request.url);
  const typed = (searchParams.get("q") ?? "").slice(0, 100);
  const choices = await listUnitChoices(actor, typed, { closed: searchParams.has("closed") });
  return Response.json({ choices }, { headers: { "Cache-Control": "private, no-store" } });
}
