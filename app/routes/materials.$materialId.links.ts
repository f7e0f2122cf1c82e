/** Adds a link to the version that is being prepared. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { linkSchema } from "~/materials/intake/link";
import { addLink } from "~/materials/intake/links.server";
import { findMaterial } from "~/materials/material-record.server";
import { words } from "~/materials/versions/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id, draft } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, linkSchema, async (values) => {
    found((await addLink(actor, found(draft).id, values)) || null);
    return redirectWithToast(`/materials/${id}`, words.toasts.linked, request);
  });
}
