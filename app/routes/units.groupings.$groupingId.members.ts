/** Puts a unit into a grouping. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { groupingMemberSchema } from "~/units/grouping";
import { findGrouping, putIntoGrouping } from "~/units/groupings.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { id } = found(await findGrouping(actor, idIn(params.groupingId)));
  return handleForm(request, groupingMemberSchema, async ({ unitId }) => {
    await putIntoGrouping(actor, id, unitId);
    return { done: true };
  });
}
