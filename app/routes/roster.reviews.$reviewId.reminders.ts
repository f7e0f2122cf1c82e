/** Reminds the units that match the list's filters and have not handed in. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { readProgressQuery } from "~/roster/reviews/progress-query";
import { remindUnits } from "~/roster/reviews/reminders.server";
import { findOwnReview } from "~/roster/reviews/reviews.server";
import { words } from "~/roster/reviews/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  const review = found(await findOwnReview(actor, idIn(params.reviewId)));
  const url = new URL(request.url);
  return handleForm(request, z.object({}), async () => {
    const count = await remindUnits(actor, review, readProgressQuery(url));
    return redirectWithToast(
      `/roster/reviews/${review.id}${url.search}`,
      words.toasts.reminded(count),
      request,
    );
  });
}
