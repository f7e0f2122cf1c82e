/** Removes a grouping; its units stay. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findGrouping, removeGrouping } from "~/units/groupings.server";
import { emptySchema } from "~/units/unit";
import { unitWords } from "~/units/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { id, name } = found(await findGrouping(actor, idIn(params.groupingId)));
  return handleForm(request, emptySchema, async () => {
    await removeGrouping(actor, id);
    return redirectWithToast("/units/groupings", unitWords.groupings.removed(name), request);
  });
}
