/** Hands out the file of an import as it came in. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { asAttachment } from "~/platform/sheet-writer.server";
import { findImport } from "~/roster/import/imports.server";
import { takeOriginal } from "~/roster/import/original/original.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const record = found(await findImport(actor, idIn(params.importId)));
  const { bytes, name } = await takeOriginal(actor, record);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Length": String(bytes.length),
      "Content-Disposition": asAttachment(name),
      "Cache-Control": "private, no-store",
    },
  });
}
