/** A file of a material to look at in the page: a PDF with its reader's name, a picture written anew, a film in parts. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { storedFor } from "~/materials/reading/copies.server";
import { showPicture } from "~/materials/reading/pictures.server";
import { findReaderFile, noteReading } from "~/materials/reading/reader-files.server";
import { answerFile } from "~/platform/files.server";
import { refusalsAsErrors } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const file = found(await findReaderFile(actor, idIn(params.fileId)));
  return refusalsAsErrors(actor.language, async () => {
    const storedId = await storedFor(actor, file);
    await noteReading(actor, file.id, "opened");
    if (file.url) return redirect(file.url);
    if (file.format !== "image")
      return answerFile(request, found(storedId), { name: file.name, inline: true });
    const picture = found(await showPicture(found(storedId)));
    return new Response(new Uint8Array(picture), {
      headers: { "Content-Type": "image/jpeg", "Cache-Control": "private, max-age=600" },
    });
  });
}
