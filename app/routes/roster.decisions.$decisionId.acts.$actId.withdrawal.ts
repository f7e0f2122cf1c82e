/** "Undo" of what was carried out by a decision: everybody is again as before. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { phraseOf } from "~/platform/refusal";
import { takeBackAct } from "~/roster/acts/act-undo.server";
import { actWords } from "~/roster/acts/act-words";
import { findOwnDecision } from "~/roster/decisions/decision-records.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { id } = found(await findOwnDecision(actor, idIn(params.decisionId)));
  const actId = idIn(params.actId);
  return handleForm(request, z.object({}), async () => {
    // The toast that asked is gone: a refusal is said by the next one.
    const refused = await phraseOf(async () => {
      found((await takeBackAct(actor, id, actId)) || null);
    });
    return redirectWithToast(`/roster/decisions/${id}`, refused ?? actWords.takenBack, request);
  });
}
