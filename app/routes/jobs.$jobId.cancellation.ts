/** Asks a piece of long work to stop. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { idIn } from "~/platform/found.server";
import { cancelJobRun } from "~/platform/jobs.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const asked = await cancelJobRun(actor, idIn(params.jobId));
  return new Response(null, { status: asked ? 202 : 404 });
}
