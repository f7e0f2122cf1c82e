/** Releasing people as a review says. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { actSchema } from "~/roster/acts/act";
import { pathOfDecision, phraseOfDone, undoOf } from "~/roster/acts/act-done";
import { act } from "~/roster/acts/acts.server";
import { readResultQuery } from "~/roster/reviews/result/result";
import { ReviewActPage } from "~/roster/reviews/result/review-act-page";
import { deciderOf, openReviewAct } from "~/roster/reviews/result/review-acts.server";
import { findReview } from "~/roster/reviews/reviews.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const review = found(await findReview(actor, idIn(params.reviewId)));
  return found(await openReviewAct(actor, "release", review, readResultQuery(new URL(request.url))));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const review = found(await findReview(actor, idIn(params.reviewId)));
  const { id } = found(await deciderOf(actor, review, readResultQuery(new URL(request.url))));
  return handleForm(request, actSchema, async (values) => {
    const done = await act(actor, id, values);
    return redirectWithToast(pathOfDecision(done), phraseOfDone(done), request, { undo: undoOf(done) });
  });
}

export default function ReviewReleasePage() {
  return <ReviewActPage {...useLoaderData<typeof loader>()} />;
}
