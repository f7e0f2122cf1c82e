/** Takes the request for a review back. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { takeBackRequest } from "~/materials/review/review.server";
import { words } from "~/materials/review/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, z.object({}), async () => {
    found((await takeBackRequest(actor, id)) || null);
    return redirectWithToast(`/materials/${id}`, words.toasts.takenBack, request);
  });
}
