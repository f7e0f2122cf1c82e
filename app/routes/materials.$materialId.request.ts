/** Asks those who decide to review the draft. */
import type { ActionFunctionArgs } from "@remix-run/node";

import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { noteSchema } from "~/materials/review/review";
import { askReview } from "~/materials/review/review.server";
import { words } from "~/materials/review/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, noteSchema, async ({ text }) => {
    found((await askReview(actor, id, text)) || null);
    return redirectWithToast(`/materials/${id}`, words.toasts.asked, request);
  });
}
