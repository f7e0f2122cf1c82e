/** The department opens a closed review again. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findOwnReview, reopenReview } from "~/roster/reviews/reviews.server";
import { words } from "~/roster/reviews/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  const { id } = found(await findOwnReview(actor, idIn(params.reviewId)));
  return handleForm(request, z.object({}), async () => {
    found((await reopenReview(actor, id)) || null);
    const undo = `/roster/reviews/${id}/closing`;
    return redirectWithToast(`/roster/reviews/${id}`, words.toasts.reopened, request, { undo });
  });
}
