/** The reviews of the roster. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { today } from "~/platform/clock";
import { Openings } from "~/roster/reviews/openings";
import { listOpenings } from "~/roster/reviews/openings.server";
import { ReviewTable } from "~/roster/reviews/review-table";
import { listReviews } from "~/roster/reviews/reviews.server";
import { words as reviewWords } from "~/roster/reviews/words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "reviews.view");
  const [reviews, openings] = await Promise.all([listReviews(actor), listOpenings(actor)]);
  return { reviews, openings, day: today(), mayOpen: may(actor, "reviews.open") };
}

export default function ReviewsPage() {
  const { openings, ...page } = useLoaderData<typeof loader>();
  const words = useWords(reviewWords);
  return (
    <Page
      title={words.title}
      summary={words.summary}
      breadcrumbs={[{ label: words.roster, to: "/roster" }]}
      actions={
        page.mayOpen && (
          <ButtonLink to="/roster/reviews/new" icon={Plus} variant="primary">
            {words.list.open}
          </ButtonLink>
        )
      }
    >
      <Openings openings={openings} />
      <ReviewTable {...page} />
    </Page>
  );
}
