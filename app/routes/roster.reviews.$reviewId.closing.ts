/** The department closes a review. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { closeReview, findOwnReview } from "~/roster/reviews/reviews.server";
import { words } from "~/roster/reviews/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  const { id } = found(await findOwnReview(actor, idIn(params.reviewId)));
  return handleForm(request, z.object({}), async () => {
    found((await closeReview(actor, id)) || null);
    const undo = `/roster/reviews/${id}/reopening`;
    return redirectWithToast(`/roster/reviews/${id}`, words.toasts.closed, request, { undo });
  });
}
