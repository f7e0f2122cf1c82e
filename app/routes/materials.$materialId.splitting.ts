/** Parts the files of a draft into entries of their own. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { splitMaterial } from "~/materials/versions/splitting.server";
import { words } from "~/materials/versions/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, z.object({}), async () => {
    const count = found(await splitMaterial(actor, id));
    return redirectWithToast("/materials", words.toasts.split(count), request);
  });
}
