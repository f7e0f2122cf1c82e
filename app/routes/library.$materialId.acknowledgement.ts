/** "I have read it", of one version. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/materials/reading/words";
import { acknowledge } from "~/materials/receipts/receipts.server";
import { redirectWithToast } from "~/platform/flash.server";
import { found, idIn } from "~/platform/found.server";
import { readPlainForm } from "~/platform/plain-forms.server";
import { phraseOf } from "~/platform/refusal";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const id = idIn(params.materialId);
  const versionId = idIn(String((await readPlainForm(request)).get("version")));
  const refusal = await phraseOf(async () => {
    found((await acknowledge(actor, versionId)) || null);
  });
  return redirectWithToast(`/library/${id}`, refusal ?? words.wordThanks, request);
}
