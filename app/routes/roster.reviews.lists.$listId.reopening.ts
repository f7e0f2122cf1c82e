/** The department opens a unit's list again. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { returnSchema } from "~/roster/reviews/review";
import { pathOfList } from "~/roster/reviews/reviews.server";
import { findList, reopenList } from "~/roster/reviews/unit/lists.server";
import { markWords } from "~/roster/reviews/unit/mark-words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  const { id } = found(await findList(actor, idIn(params.listId)));
  return handleForm(request, returnSchema, async ({ note }) => {
    found((await reopenList(actor, id, note)) || null);
    return redirectWithToast(pathOfList(id), markWords.toasts.reopened, request);
  });
}
