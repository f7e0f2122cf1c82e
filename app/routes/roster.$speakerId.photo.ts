/** Takes a person's photo in. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { refusalsAsErrors } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { mostPhotoBytes } from "~/platform/photos.server";
import { uploadedFile } from "~/platform/uploads.server";
import { savePhoto } from "~/roster/record/private.server";
import { words } from "~/roster/record/words";
import { findName } from "~/roster/speakers.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.reveal");
  const id = idIn(params.speakerId);
  found(await findName(actor, id));
  return refusalsAsErrors(actor.language, async () => {
    const { bytes } = await uploadedFile(request, mostPhotoBytes);
    await savePhoto(actor, id, bytes);
    return redirectWithToast(`/roster/${id}`, words.private.photoSaved, request);
  });
}
