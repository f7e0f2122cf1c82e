/** A leader confirms a unit's list. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { pathOfList } from "~/roster/reviews/reviews.server";
import { confirmList, findList } from "~/roster/reviews/unit/lists.server";
import { markWords } from "~/roster/reviews/unit/mark-words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.confirm");
  const { id } = found(await findList(actor, idIn(params.listId)));
  return handleForm(request, z.object({}), async () => {
    found((await confirmList(actor, id)) || null);
    return redirectWithToast(pathOfList(id), markWords.toasts.confirmed, request);
  });
}
