/** "Undo" after a part of a record was saved. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { phraseOf } from "~/platform/refusal";
import { undoRecordChange } from "~/roster/record/changes.server";
import { words } from "~/roster/record/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const id = idIn(params.speakerId);
  const change = idIn(new URL(request.url).searchParams.get("change") ?? undefined);
  return handleForm(request, z.object({}), async () => {
    // The toast that asked is gone: a refusal is said by the next one.
    const refused = await phraseOf(async () => {
      found((await undoRecordChange(actor, id, change)) || null);
    });
    return redirectWithToast(`/roster/${id}`, refused ?? words.toasts.undone, request);
  });
}
