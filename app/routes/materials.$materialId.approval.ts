/** Approves the draft: it can be published. */
import type { ActionFunctionArgs } from "@remix-run/node";

import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { noteSchema } from "~/materials/review/review";
import { approve } from "~/materials/review/review.server";
import { words } from "~/materials/review/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.publish");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, noteSchema, async ({ text }) => {
    found((await approve(actor, id, text)) || null);
    return redirectWithToast(`/materials/${id}`, words.toasts.approved, request);
  });
}
