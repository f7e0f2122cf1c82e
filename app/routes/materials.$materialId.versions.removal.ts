/** Gives the further version up that is being prepared. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { giveUpVersion } from "~/materials/versions/versions.server";
import { words } from "~/materials/versions/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, z.object({}), async () => {
    found((await giveUpVersion(actor, id)) || null);
    return redirectWithToast(`/materials/${id}/versions`, words.toasts.givenUp, request);
  });
}
