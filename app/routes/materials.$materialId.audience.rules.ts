/** Keeps the rules of whom a material is for. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { audienceSchema } from "~/materials/audience/rule";
import { saveRules } from "~/materials/audience/rules.server";
import { words } from "~/materials/audience/words";
import { findMaterial } from "~/materials/material-record.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  if (!may(actor, "materials.publish")) await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, audienceSchema, async ({ rules }) => {
    const { told } = found(await saveRules(actor, id, rules));
    const said = told > 0 ? words.savedAndTold(told) : words.saved;
    return redirectWithToast(`/materials/${id}/audience`, said, request);
  });
}
