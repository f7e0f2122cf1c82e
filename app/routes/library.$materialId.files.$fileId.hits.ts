/** Where a text stands in a file: which pages, how often on each. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { findHits } from "~/materials/reading/hits.server";
import { soughtIn } from "~/materials/reading/page-in";
import { findReaderFile } from "~/materials/reading/reader-files.server";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const file = found(await findReaderFile(actor, idIn(params.fileId)));
  return Response.json(await findHits(file.id, soughtIn(request.url)));
}
