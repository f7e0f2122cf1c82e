/** Where a text stands in a file: which pages, how often on each. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { findHits } from "~/materials/reading/hits.server";
import { findReaderFile } from "~/materials/reading/reader-files.server";
import { found, idIn } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const file = found(await findReaderFile(actor, idIn(params.fileId)));
  const sought = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ pages: await findHits(file.id, sought.slice(0, 200)) });
}
