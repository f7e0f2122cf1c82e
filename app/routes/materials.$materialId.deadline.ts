/** Moves the last day to acknowledge the version that is out. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { findAddressed, versionOf } from "~/materials/receipts/addressed.server";
import { moveDeadline } from "~/materials/receipts/deadline.server";
import { words } from "~/materials/receipts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { found, idIn } from "~/platform/found.server";
import { readPlainForm } from "~/platform/plain-forms.server";
import { phraseOf } from "~/platform/refusal";
import { readDay } from "~/ui/typed-day";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.publish");
  const material = found(await findAddressed(actor, idIn(params.materialId)));
  const version = found(versionOf(material, null));
  const day = readDay(String((await readPlainForm(request)).get("acknowledgeBy") ?? ""));
  let told = 0;
  const refusal = await phraseOf(async () => {
    told = found(await moveDeadline(actor, version.id, day));
  });
  return redirectWithToast(
    `/materials/${material.id}/readers`,
    refusal ?? words.toasts.deadlineMoved(told),
    request,
  );
}
