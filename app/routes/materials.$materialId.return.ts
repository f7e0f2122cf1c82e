/** Sends the draft back to its writer, with what is to be mended. */
import type { ActionFunctionArgs } from "@remix-run/node";

import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { reasonSchema } from "~/materials/review/review";
import { returnDraft } from "~/materials/review/review.server";
import { words } from "~/materials/review/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.publish");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, reasonSchema, async ({ text }) => {
    found((await returnDraft(actor, id, text)) || null);
    return redirectWithToast(`/materials/${id}`, words.toasts.returned, request);
  });
}
