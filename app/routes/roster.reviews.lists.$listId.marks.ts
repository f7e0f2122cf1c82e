/** One mark on a unit's list, or one person proposed. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findList } from "~/roster/reviews/unit/lists.server";
import { markSchema } from "~/roster/reviews/unit/mark";
import { markEntry } from "~/roster/reviews/unit/marks.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.mark");
  const { id } = found(await findList(actor, idIn(params.listId)));
  return handleForm(request, markSchema, async (mark) =>
    Response.json(found(await markEntry(actor, id, mark))),
  );
}
