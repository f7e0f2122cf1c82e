/** The progress of a review as it is filtered and sorted, as a sheet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { streamSheet } from "~/platform/sheet-writer.server";
import { exportProgress } from "~/roster/reviews/progress-export.server";
import { readProgressQuery } from "~/roster/reviews/progress-query";
import { findReview } from "~/roster/reviews/reviews.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.view");
  const review = found(await findReview(actor, idIn(params.reviewId)));
  return streamSheet(await exportProgress(actor, review, readProgressQuery(new URL(request.url))));
}
