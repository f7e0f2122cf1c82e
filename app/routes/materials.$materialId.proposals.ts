/** Takes over what was read in a file about itself: one fact, or all. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { takingSchema } from "~/materials/record/proposals";
import { listProposals, takeProposals } from "~/materials/record/proposals.server";
import { openRecord } from "~/materials/record/record.server";
import { words } from "~/materials/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { material, draftFiles } = found(await openRecord(actor, idIn(params.materialId)));
  return handleForm(request, takingSchema, async ({ field }) => {
    const proposed = await listProposals(actor, material, draftFiles);
    found((await takeProposals(actor, material, proposed, field)) || null);
    return redirectWithToast(`/materials/${material.id}`, words.proposals.taken, request);
  });
}
