/** Chooses whether heads of units are told by themselves once a version's last day is past. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findAddressed, versionOf } from "~/materials/receipts/addressed.server";
import { chooseEscalation } from "~/materials/receipts/escalation.server";
import { words } from "~/materials/receipts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.remind");
  const material = found(await findAddressed(actor, idIn(params.materialId)));
  const version = found(versionOf(material, null));
  return handleForm(request, z.object({ on: z.enum(["0", "1"]) }), async ({ on }) => {
    found(await chooseEscalation(actor, version.id, on === "1"));
    const said = on === "1" ? words.toasts.escalationChosen : words.toasts.escalationLeft;
    return redirectWithToast(`/materials/${material.id}/readers`, said, request);
  });
}
