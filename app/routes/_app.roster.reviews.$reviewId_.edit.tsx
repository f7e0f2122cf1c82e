/** The name, last day and guidance of a review that runs. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { reviewSchema } from "~/roster/reviews/review";
import { ReviewForm } from "~/roster/reviews/review-form";
import { findOwnReview, updateReview } from "~/roster/reviews/reviews.server";
import { words as reviewWords } from "~/roster/reviews/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  const { id, name, dueOn, note } = found(await findOwnReview(actor, idIn(params.reviewId)));
  return { id, values: { name, dueOn, note: note ?? "" } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  const { id } = found(await findOwnReview(actor, idIn(params.reviewId)));
  return handleForm(request, reviewSchema, async (values) => {
    found((await updateReview(actor, id, values)) || null);
    return redirectWithToast(`/roster/reviews/${id}`, reviewWords.toasts.saved, request);
  });
}

export default function EditReviewPage() {
  const { id, values } = useLoaderData<typeof loader>();
  const words = useWords(reviewWords);
  return (
    <Page
      title={words.form.editTitle}
      breadcrumbs={[
        { label: words.reviews, to: "/roster/reviews" },
        { label: values.name, to: `/roster/reviews/${id}` },
      ]}
    >
      <ReviewForm id={id} values={values} />
    </Page>
  );
}
