/** What comes out of a review, list by list. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { readResultQuery } from "~/roster/reviews/result/result";
import { countResult, listResult } from "~/roster/reviews/result/result.server";
import { ResultView } from "~/roster/reviews/result/result-view";
import { findReview } from "~/roster/reviews/reviews.server";
import { findUnit } from "~/units/index.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.view");
  const review = found(await findReview(actor, idIn(params.reviewId)));
  const query = readResultQuery(new URL(request.url));
  const [counts, entries, unit] = await Promise.all([
    countResult(actor, review, query),
    listResult(actor, review, query, { page: query.page }),
    query.unit ? findUnit(actor, query.unit) : null,
  ]);
  return {
    ...{ reviewId: review.id, query, counts, entries },
    unit: unit && { id: unit.id, name: unit.name },
    may: {
      accept: review.isOurs,
      decide: may(actor, "decisions.edit"),
      export: may(actor, "roster.export"),
    },
  };
}

export default function ResultPage() {
  return <ResultView {...useLoaderData<typeof loader>()} />;
}
