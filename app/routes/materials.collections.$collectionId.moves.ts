/** Moves a material one step up or down in a collection. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { moveSchema } from "~/materials/collections/collection";
import { findCollection } from "~/materials/collections/collections.server";
import { moveInCollection } from "~/materials/collections/members.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id } = found(await findCollection(actor, idIn(params.collectionId)));
  return handleForm(request, moveSchema, async ({ materialId, by }) => {
    found((await moveInCollection(actor, id, materialId, by)) || null);
    return { done: true };
  });
}
