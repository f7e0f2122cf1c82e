/** Says which entry is to be used instead of this one, or none. */
import type { ActionFunctionArgs } from "@remix-run/node";

import { requireActor } from "~/accounts/index.server";
import { successorSchema } from "~/materials/material";
import { findMaterial } from "~/materials/material-record.server";
import { supersede } from "~/materials/withdrawals.server";
import { words } from "~/materials/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, successorSchema, async ({ materialId }) => {
    found((await supersede(actor, id, materialId)) || null);
    return redirectWithToast(`/materials/${id}`, words.toasts.superseded, request);
  });
}
