/** Moves a material to the trash. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { throwAway } from "~/materials/trash/trash.server";
import { words } from "~/materials/trash/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id, title } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, z.object({}), async () => {
    found((await throwAway(actor, id)) || null);
    return redirectWithToast("/materials", words.toasts.trashed(title), request, {
      undo: `/materials/${id}/restoration`,
    });
  });
}
