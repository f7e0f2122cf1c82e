/** Takes back that the rest of a unit's list was kept. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { pathOfList } from "~/roster/reviews/reviews.server";
import { findList } from "~/roster/reviews/unit/lists.server";
import { markWords } from "~/roster/reviews/unit/mark-words";
import { unkeep } from "~/roster/reviews/unit/marks.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.mark");
  const { id } = found(await findList(actor, idIn(params.listId)));
  const at = z.iso.datetime().nullable().catch(null).parse(new URL(request.url).searchParams.get("at"));
  return handleForm(request, z.object({}), async () => {
    found((await unkeep(actor, id, found(at))) || null);
    return redirectWithToast(pathOfList(id), markWords.toasts.unkept, request);
  });
}
