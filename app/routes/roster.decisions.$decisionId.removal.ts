/** Removes a decision that names nobody. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { showNumber } from "~/roster/decision";
import { findOwnDecision, removeDecision } from "~/roster/decisions/decision-records.server";
import { words } from "~/roster/decisions/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { id, number } = found(await findOwnDecision(actor, idIn(params.decisionId)));
  return handleForm(request, z.object({}), async () => {
    found((await removeDecision(actor, id)) || null);
    return redirectWithToast("/roster/decisions", words.toasts.removed(showNumber(number)), request);
  });
}
