/** A file that was made for somebody: to its maker alone, while they may still make it and reach as far. */
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import type { Permission } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { findExport, openExport } from "~/platform/exports.server";
import { found, idIn } from "~/platform/found.server";
import { asAttachment } from "~/platform/sheet-writer.server";
import { reachesAll } from "~/units/index.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const maker = await requireActor(request);
  const file = found(await findExport(maker, idIn(params.exportId)));
  const actor = await requireActor(request, file.permission as Permission);
  if (!(await reachesAll(actor, file.reach))) throw new Response(null, { status: 404 });
  const { type, size, content } = await openExport(file);
  return new Response(createReadableStreamFromReadable(content), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(size),
      "Content-Disposition": asAttachment(file.name),
      "Cache-Control": "private, no-store",
    },
  });
}
