/** The signed scan of a decision: handed out to whoever knows the decision, taken in from whoever keeps it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { refusalsAsErrors } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { asAttachment } from "~/platform/sheet-writer.server";
import { uploadedFile } from "~/platform/uploads.server";
import { findOwnDecision } from "~/roster/decisions/decision-records.server";
import { attachScan, mostScanBytes, takeScan } from "~/roster/decisions/scans.server";
import { words } from "~/roster/decisions/words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const { bytes, type, name } = found(await takeScan(actor, idIn(params.decisionId)));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.length),
      "Content-Disposition": asAttachment(name),
      "Cache-Control": "private, no-store",
    },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { id } = found(await findOwnDecision(actor, idIn(params.decisionId)));
  return refusalsAsErrors(actor.language, async () => {
    found((await attachScan(actor, id, await uploadedFile(request, mostScanBytes))) || null);
    return redirectWithToast(`/roster/decisions/${id}`, words.toasts.scanAdded, request);
  });
}
