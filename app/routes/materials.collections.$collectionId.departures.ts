/** Takes a material out of a collection. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { memberSchema } from "~/materials/collections/collection";
import { findCollection } from "~/materials/collections/collections.server";
import { takeOutOfCollection } from "~/materials/collections/members.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id } = found(await findCollection(actor, idIn(params.collectionId)));
  return handleForm(request, memberSchema, async ({ materialId }) => {
    found((await takeOutOfCollection(actor, id, materialId)) || null);
    return { done: true };
  });
}
