/** A file of a material to take along: written down, then fetched by a link that holds for this person and a short time. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { storedFor } from "~/materials/reading/copies.server";
import { findReaderFile, noteReading } from "~/materials/reading/reader-files.server";
import { fileLink } from "~/platform/files.server";
import { redirectWithToast } from "~/platform/flash.server";
import { found, idIn } from "~/platform/found.server";
import { phraseOf } from "~/platform/refusal";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const file = found(await findReaderFile(actor, idIn(params.fileId)));
  let link = "";
  const refusal = await phraseOf(async () => {
    const storedId = found(await storedFor(actor, file));
    await noteReading(actor, file.id, "downloaded");
    link = await fileLink(actor, storedId, { name: file.name, again: new URL(request.url).pathname });
  });
  return refusal ? redirectWithToast(`/library/${file.materialId}`, refusal, request) : redirect(link);
}
