/** A material that was to come out by itself does not any more. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { unschedule } from "~/materials/audience/publishing.server";
import { words } from "~/materials/audience/words";
import { findMaterial } from "~/materials/material-record.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  if (!may(actor, "materials.publish")) await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, z.object({}), async () => {
    await unschedule(actor, id);
    return redirectWithToast(`/materials/${id}/audience`, words.publish.cancelled, request);
  });
}
