/** The page on which a review's result becomes a decision. */
import { ActForm } from "~/roster/acts/act-form";
import { words as reviewWords } from "~/roster/reviews/words";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { resultWords } from "./result-words";
import type { openReviewAct } from "./review-acts.server";

type ReviewActPageProps = NonNullable<Awaited<ReturnType<typeof openReviewAct>>>;

export function ReviewActPage({ review, title, search, draft, ...act }: ReviewActPageProps) {
  const words = useWords(resultWords);
  const { reviews } = useWords(reviewWords);
  const to = `/roster/reviews/${review.id}`;
  const back = `${to}/result${search}`;
  return (
    <Page
      title={title}
      breadcrumbs={[
        { label: reviews, to: "/roster/reviews" },
        { label: review.name, to },
        { label: words.tab, to: back },
      ]}
    >
      {act.values.lines.length === 0 ? (
        <EmptyState title={words.nobodyTitle}>{words.recordsFirst}</EmptyState>
      ) : (
        <ActForm key={draft} {...act} draft={draft} cancelTo={back} />
      )}
    </Page>
  );
}
