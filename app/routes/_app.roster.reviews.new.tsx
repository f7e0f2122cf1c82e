/** Opening a review. */
import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { openNewReview } from "~/roster/reviews/choice.server";
import { openReviewOrLater } from "~/roster/reviews/openings.server";
import { newReviewSchema } from "~/roster/reviews/review";
import { NewReviewForm } from "~/roster/reviews/review-form";
import { words as reviewWords } from "~/roster/reviews/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  const { units, kinds } = await openNewReview(actor);
  const values = {
    id: randomUUID(),
    name: "",
    dueOn: "",
    note: "",
    unitIds: units.map(({ id }) => id),
    kinds: [],
  };
  return { values, units, kinds };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "reviews.open");
  return handleForm(request, newReviewSchema, async (values) => {
    const units = await openReviewOrLater(actor, values);
    if (units === null) {
      return redirectWithToast("/roster/reviews", reviewWords.toasts.openingLater(values.name), request);
    }
    const phrase = reviewWords.toasts.opened(values.name, units);
    return redirectWithToast(`/roster/reviews/${values.id}`, phrase, request);
  });
}

export default function NewReviewPage() {
  const words = useWords(reviewWords);
  return (
    <Page
      title={words.form.title}
      breadcrumbs={[
        { label: words.roster, to: "/roster" },
        { label: words.reviews, to: "/roster/reviews" },
      ]}
    >
      <NewReviewForm {...useLoaderData<typeof loader>()} />
    </Page>
  );
}
