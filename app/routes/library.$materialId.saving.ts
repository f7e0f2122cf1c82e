/** Puts a material on the person's own shelf. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { keepSaved } from "~/materials/reading/entry.server";
import { words } from "~/materials/reading/words";
import { redirectWithToast } from "~/platform/flash.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const id = idIn(params.materialId);
  found((await keepSaved(actor, id, true)) || null);
  return redirectWithToast(`/library/${id}`, words.saved, request);
}
