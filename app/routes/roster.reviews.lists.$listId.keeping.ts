/** Keeps everybody on a unit's list who is not marked yet. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { pathOfList } from "~/roster/reviews/reviews.server";
import { findList } from "~/roster/reviews/unit/lists.server";
import { markWords } from "~/roster/reviews/unit/mark-words";
import { keepTheRest } from "~/roster/reviews/unit/marks.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.mark");
  const { id } = found(await findList(actor, idIn(params.listId)));
  return handleForm(request, z.object({}), async () => {
    const { people, at } = found(await keepTheRest(actor, id));
    const undo = `${pathOfList(id)}/unkeeping?at=${encodeURIComponent(at)}`;
    return redirectWithToast(pathOfList(id), markWords.toasts.kept(people), request, { undo });
  });
}
