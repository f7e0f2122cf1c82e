/** Takes a unit's closing back. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { emptySchema } from "~/units/unit";
import { reopenUnit } from "~/units/unit-openings.server";
import { findUnit } from "~/units/units.server";
import { unitWords } from "~/units/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { id, name } = found(await findUnit(actor, params.unitId ?? ""));
  return handleForm(request, emptySchema, async () => {
    await reopenUnit(actor, id);
    return redirectWithToast(`/units/${id}`, unitWords.form.reopened(name), request);
  });
}
