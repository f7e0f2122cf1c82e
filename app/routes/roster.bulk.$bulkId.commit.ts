/** Does what the preview of a bulk edit shows, at once or as a job. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findBulk } from "~/roster/bulk/bulk-edits.server";
import { applyBulk } from "~/roster/bulk/carry-out.server";
import { isAboutAppointments } from "~/roster/bulk/operation";
import { words } from "~/roster/bulk/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const { id, operation } = found(await findBulk(actor, idIn(params.bulkId)));
  const isDeciding = operation && isAboutAppointments(operation);
  const who = isDeciding ? await requireActor(request, "decisions.edit") : actor;
  return handleForm(request, z.object({}), async () => {
    const { people, changeSetId } = await applyBulk(who, id);
    if (!changeSetId) return redirect(`/roster/bulk/${id}`);
    return redirectWithToast(`/roster/bulk/${id}`, words.doneNow(people), request, {
      undo: `/roster/bulk/${id}/withdrawal`,
    });
  });
}
