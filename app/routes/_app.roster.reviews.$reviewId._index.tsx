/** How far the units of a review have come. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { found, idIn } from "~/platform/found.server";
import { readProgress } from "~/roster/reviews/progress.server";
import { readProgressQuery } from "~/roster/reviews/progress-query";
import { ProgressView } from "~/roster/reviews/progress-view";
import { findReview, pathOfList } from "~/roster/reviews/reviews.server";
import { findOnlyList } from "~/roster/reviews/unit/lists.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.view");
  const review = found(await findReview(actor, idIn(params.reviewId)));
  const only = review.isOurs ? null : await findOnlyList(actor, review.id);
  if (only) throw redirect(pathOfList(only));
  const query = readProgressQuery(new URL(request.url));
  return { review, query, ...(await readProgress(actor, review, query)), day: today() };
}

export default function ProgressPage() {
  return <ProgressView {...useLoaderData<typeof loader>()} />;
}
