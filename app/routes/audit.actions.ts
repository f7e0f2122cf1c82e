/** Every action that the trail may hold, for the filter that chooses one. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { actionsOf } from "~/accounts/audit-line";
import { requireActor } from "~/accounts/index.server";
import { trailBooks } from "~/nav/trail";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "audit.view");
  return Response.json({ actions: actionsOf(trailBooks, actor.language) });
}
