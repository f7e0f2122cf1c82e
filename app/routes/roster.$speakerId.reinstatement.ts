/** "Undo" after a release: the appointments stand again as they did. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { phraseOf } from "~/platform/refusal";
import { readReinstatements } from "~/roster/next-steps";
import { reinstateSpeaker } from "~/roster/releases.server";
import { words } from "~/roster/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const id = params.speakerId ?? "";
  const ends = found(readReinstatements(new URL(request.url).searchParams));
  return handleForm(request, z.object({}), async () => {
    // The toast that asked is gone: a refusal is said by the next one.
    const refused = await phraseOf(async () => {
      found((await reinstateSpeaker(actor, id, ends)) || null);
    });
    return redirectWithToast(`/roster/${id}`, refused ?? words.toasts.undone, request);
  });
}
