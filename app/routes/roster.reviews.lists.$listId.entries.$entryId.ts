/** The record of somebody on a unit's list, for correcting it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { findCorrection } from "~/roster/reviews/unit/marks.server";
import { inputOf } from "~/roster/reviews/unit/person-input";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.mark");
  const values = found(await findCorrection(actor, idIn(params.listId), idIn(params.entryId)));
  return Response.json({ values: inputOf(values) }, { headers: { "Cache-Control": "private, no-store" } });
}
