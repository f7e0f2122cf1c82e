/** Withdraws what is published, with a reason. */
import type { ActionFunctionArgs } from "@remix-run/node";

import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { reasonSchema } from "~/materials/review/review";
import { withdraw } from "~/materials/withdrawals.server";
import { words } from "~/materials/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.publish");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, reasonSchema, async ({ text }) => {
    found((await withdraw(actor, id, text)) || null);
    return redirectWithToast(`/materials/${id}`, words.toasts.withdrawn, request);
  });
}
