/** Takes a file that was made for somebody away before its day. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { exportWords } from "~/nav/export-words";
import { removeExport } from "~/platform/exports.server";
import { redirectWithToast } from "~/platform/flash.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  found((await removeExport(actor, idIn(params.exportId))) || null);
  return redirectWithToast("/exports", exportWords.removed, request);
}
