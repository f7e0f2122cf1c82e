/** Tells the heads of units which of their people have not acknowledged. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findAddressed, versionOf } from "~/materials/receipts/addressed.server";
import { escalate } from "~/materials/receipts/escalation.server";
import { words } from "~/materials/receipts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.remind");
  const material = found(await findAddressed(actor, idIn(params.materialId)));
  const version = found(versionOf(material, null));
  return handleForm(request, z.object({ unitId: z.uuid().optional() }), async ({ unitId }) => {
    const told = found(await escalate(actor, version.id, unitId ? [unitId] : []));
    const back = `/materials/${material.id}/readers${unitId ? "/units" : ""}`;
    return redirectWithToast(back, words.toasts.escalated(told.leaders, told.people, told.headless), request);
  });
}
