/** The figures of a review, before it and after. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { readFiguresQuery } from "~/roster/reviews/result/figures";
import { countFigures, dayOfFigures } from "~/roster/reviews/result/figures.server";
import { FiguresView } from "~/roster/reviews/result/figures-view";
import { findReview } from "~/roster/reviews/reviews.server";
import { findUnit } from "~/units/index.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.view");
  const review = found(await findReview(actor, idIn(params.reviewId)));
  const query = readFiguresQuery(new URL(request.url));
  const [{ all, units, total, since }, unit] = await Promise.all([
    countFigures(actor, review, query),
    query.unit ? findUnit(actor, query.unit) : null,
  ]);
  return {
    ...{ reviewId: review.id, query, units, total, since, day: dayOfFigures(review) },
    all: found(all),
    unit: unit && { id: unit.id, name: unit.name },
    mayExport: may(actor, "roster.export"),
  };
}

export default function FiguresPage() {
  return <FiguresView {...useLoaderData<typeof loader>()} />;
}
