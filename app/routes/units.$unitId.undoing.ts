/** "Undo" after a unit was renamed or moved. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { phraseOf } from "~/platform/refusal";
import { emptySchema } from "~/units/unit";
import { undoUnitChange } from "~/units/unit-changes.server";
import { findUnit } from "~/units/units.server";
import { unitWords } from "~/units/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { id } = found(await findUnit(actor, params.unitId ?? ""));
  const change = idIn(new URL(request.url).searchParams.get("change") ?? "");
  return handleForm(request, emptySchema, async () => {
    // The toast that asked is gone: a refusal is said by the next one.
    const refused = await phraseOf(async () => {
      found((await undoUnitChange(actor, id, change)) || null);
    });
    return redirectWithToast(`/units/${id}`, refused ?? unitWords.form.undone, request);
  });
}
