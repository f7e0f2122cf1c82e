/** Conferences and collections for pickers: by a few letters of the title. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { listCollectionChoices } from "~/materials/collections/collection-list.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const { searchParams } = new URL(request.url);
  const kind = searchParams.get("kind") === "conference" ? "conference" : null;
  const choices = await listCollectionChoices(actor, (searchParams.get("q") ?? "").slice(0, 100), kind);
  return Response.json({ choices }, { headers: { "Cache-Control": "private, no-store" } });
}
