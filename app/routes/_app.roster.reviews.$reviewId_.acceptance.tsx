/** Taking the confirmed corrections and new people of a review into the roster. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { sureFrom } from "~/roster/doubles/score";
import { acceptResult, previewAcceptance } from "~/roster/reviews/result/acceptance.server";
import { AcceptanceForm } from "~/roster/reviews/result/acceptance-form";
import { acceptanceSchema, readResultQuery } from "~/roster/reviews/result/result";
import { resultWords } from "~/roster/reviews/result/result-words";
import { findOwnReview } from "~/roster/reviews/reviews.server";
import { words as reviewWords } from "~/roster/reviews/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  const review = found(await findOwnReview(actor, idIn(params.reviewId)));
  const url = new URL(request.url);
  const preview = await previewAcceptance(actor, review, readResultQuery(url));
  const doubtful = preview.newcomers.filter(({ similar }) => similar.some(({ score }) => score >= sureFrom));
  return {
    ...{ ...preview, name: review.name, doubtful: doubtful.map(({ entryId }) => entryId) },
    draft: `review-acceptance-${review.id}`,
    back: `/roster/reviews/${review.id}/result${url.search}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  const review = found(await findOwnReview(actor, idIn(params.reviewId)));
  const url = new URL(request.url);
  return handleForm(request, acceptanceSchema, async ({ leftOut }) => {
    const { changeSetId, corrected, added } = await acceptResult(
      actor,
      review,
      readResultQuery(url),
      leftOut,
    );
    const undo = `/roster/changes/${changeSetId}`;
    const phrase = resultWords.acceptance.done(corrected, added);
    return redirectWithToast(`/roster/reviews/${review.id}/result${url.search}`, phrase, request, { undo });
  });
}

export default function AcceptancePage() {
  const { name, ...form } = useLoaderData<typeof loader>();
  const { acceptance, tab } = useWords(resultWords);
  const { reviews } = useWords(reviewWords);
  return (
    <Page
      title={acceptance.title}
      summary={acceptance.summary}
      breadcrumbs={[
        { label: reviews, to: "/roster/reviews" },
        { label: `${name}: ${tab}`, to: form.back },
      ]}
    >
      <AcceptanceForm {...form} />
    </Page>
  );
}
