/** Removes a person's photo, its file too. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { removePhoto } from "~/roster/record/private.server";
import { words } from "~/roster/record/words";
import { findName } from "~/roster/speakers.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.reveal");
  const id = idIn(params.speakerId);
  found(await findName(actor, id));
  return handleForm(request, z.object({}), async () => {
    await removePhoto(actor, id);
    return redirectWithToast(`/roster/${id}`, words.private.photoRemoved, request);
  });
}
