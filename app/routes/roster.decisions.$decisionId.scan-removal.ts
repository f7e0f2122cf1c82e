/** Takes the scan of a decision away. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findOwnDecision } from "~/roster/decisions/decision-records.server";
import { removeScan } from "~/roster/decisions/scans.server";
import { words } from "~/roster/decisions/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { id } = found(await findOwnDecision(actor, idIn(params.decisionId)));
  return handleForm(request, z.object({}), async () => {
    await removeScan(actor, id);
    return redirectWithToast(`/roster/decisions/${id}`, words.toasts.scanRemoved, request);
  });
}
