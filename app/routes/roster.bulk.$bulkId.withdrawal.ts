/** "Undo" of a bulk edit: everybody is again as before. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { phraseOf } from "~/platform/refusal";
import { findBulk } from "~/roster/bulk/bulk-edits.server";
import { words } from "~/roster/bulk/words";
import { findChange } from "~/roster/changes/changes.server";
import { takeBack } from "~/roster/changes/take-back.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const { id, changeSetId } = found(await findBulk(actor, idIn(params.bulkId)));
  const change = found(await findChange(actor, idIn(changeSetId ?? undefined)));
  return handleForm(request, z.object({}), async () => {
    // The toast that asked is gone: a refusal is said by the next one.
    const refused = await phraseOf(() => takeBack(actor, change));
    return redirectWithToast(`/roster/bulk/${id}`, refused ?? words.takenBack, request);
  });
}
