/** The figures of a review by unit and in all, as a sheet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { streamSheet } from "~/platform/sheet-writer.server";
import { readFiguresQuery } from "~/roster/reviews/result/figures";
import { exportFigures } from "~/roster/reviews/result/figures.server";
import { findReview } from "~/roster/reviews/reviews.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.export");
  const review = found(await findReview(actor, idIn(params.reviewId)));
  return streamSheet(await exportFigures(actor, review, readFiguresQuery(new URL(request.url))));
}
