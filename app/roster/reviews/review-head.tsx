/** A review: what it is, what can be done with it, and its pages as tabs. */
import { Lock, LockOpen, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { showDay } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { Tabs } from "~/ui/tabs";
import type { ReviewRecord } from "./reviews.server";
import { words as reviewWords } from "./words";

interface ReviewHeadProps {
  review: ReviewRecord;
  isLate: boolean;
  tabs: { to: string; label: string; end?: boolean }[];
  children: ReactNode;
}

export function ReviewHead({ review, isLate, tabs, children }: ReviewHeadProps) {
  const words = useWords(reviewWords);
  const { id, name, dueOn, closedOn, isOurs } = review;
  const to = `/roster/reviews/${id}`;
  return (
    <Page
      title={name}
      summary={
        <span className="flex flex-wrap items-center gap-2">
          {closedOn ? words.progress.closedOn(showDay(closedOn)) : words.progress.summary(showDay(dueOn))}
          {isLate && <Badge tone="red">{words.progress.late}</Badge>}
        </span>
      }
      breadcrumbs={[
        { label: words.roster, to: "/roster" },
        { label: words.reviews, to: "/roster/reviews" },
      ]}
      actions={
        isOurs && (
          <>
            <ButtonLink to={`${to}/edit`} icon={Pencil}>
              {words.progress.edit}
            </ButtonLink>
            {closedOn ? (
              <PostButton action={`${to}/reopening`} icon={LockOpen}>
                {words.progress.reopen}
              </PostButton>
            ) : (
              <PostButton action={`${to}/closing`} icon={Lock}>
                {words.progress.close}
              </PostButton>
            )}
          </>
        )
      }
    >
      <Tabs label={name} tabs={tabs} />
      {children}
    </Page>
  );
}
