/** What was done in a review as a whole, and by whom. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { History } from "~/accounts";
import { listHistory, requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { findReview } from "~/roster/reviews/reviews.server";
import { reviewTrail } from "~/roster/reviews/trail";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.view");
  const { id } = found(await findReview(actor, idIn(params.reviewId)));
  return { id, lines: found(await listHistory(actor, "review", id, [reviewTrail])) };
}

export default function ReviewHistory() {
  const { id, lines } = useLoaderData<typeof loader>();
  return <History lines={lines} of={{ kind: "review", id }} untitled />;
}
