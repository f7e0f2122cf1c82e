/** A review with its pages; who has only one list goes straight there. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { isLateWith } from "~/roster/reviews/progress.server";
import { resultWords } from "~/roster/reviews/result/result-words";
import { ReviewHead } from "~/roster/reviews/review-head";
import { findReview } from "~/roster/reviews/reviews.server";
import { words as reviewWords } from "~/roster/reviews/words";
import { useWords } from "~/ui/language";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.view");
  const review = found(await findReview(actor, idIn(params.reviewId)));
  return {
    review,
    isLate: !review.closedOn && (await isLateWith(actor, review)),
    mayReadHistory: may(actor, "audit.view"),
  };
}

export default function ReviewPage() {
  const { mayReadHistory, ...head } = useLoaderData<typeof loader>();
  const words = useWords(reviewWords);
  const result = useWords(resultWords);
  const to = `/roster/reviews/${head.review.id}`;
  const tabs = [
    { to, label: words.progress.tab, end: true },
    { to: `${to}/result`, label: result.tab },
    { to: `${to}/figures`, label: result.figuresTab },
    ...(mayReadHistory ? [{ to: `${to}/history`, label: words.history }] : []),
  ];
  return (
    <ReviewHead {...head} tabs={tabs}>
      <Outlet />
    </ReviewHead>
  );
}
