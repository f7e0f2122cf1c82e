/** Removing a qualification from a person's record. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findQualification, removeQualification } from "~/roster/record/qualifications.server";
import { words } from "~/roster/record/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const speakerId = idIn(params.speakerId);
  const { id, name } = found(await findQualification(actor, speakerId, idIn(params.qualificationId)));
  return handleForm(request, z.object({}), async () => {
    const { changeSetId } = found(await removeQualification(actor, speakerId, id));
    return redirectWithToast(`/roster/${speakerId}`, words.toasts.qualificationRemoved(name), request, {
      undo: `/roster/${speakerId}/undoing?change=${changeSetId}`,
    });
  });
}
