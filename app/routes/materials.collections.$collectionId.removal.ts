/** Removes a collection in which nothing stands. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findCollection, removeCollection } from "~/materials/collections/collections.server";
import { words } from "~/materials/collections/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id, title } = found(await findCollection(actor, idIn(params.collectionId)));
  return handleForm(request, z.object({}), async () => {
    found((await removeCollection(actor, id)) || null);
    return redirectWithToast("/materials/collections", words.toasts.removed(title), request);
  });
}
