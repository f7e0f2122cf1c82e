/** A unit's list in a review: what is asked, everybody on it, and where it goes next. */
import { UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { showDay } from "~/platform/clock";
import { words as reviewWords } from "~/roster/reviews/words";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Sheet } from "~/ui/dialog";
import { FilterLinks } from "~/ui/filter-links";
import { useWords } from "~/ui/language";
import { Later } from "~/ui/later";
import { Paging } from "~/ui/list-bar";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { TextLink } from "~/ui/text-link";
import { EntryGrid } from "./entry-grid";
import type { openListPage } from "./list-page.server";
import { ListSteps } from "./list-steps";
import { markWords } from "./mark-words";
import { useMarks } from "./use-marks";

const loadProposeForm = () => import("./person-forms").then((part) => part.ProposeForm);

type ListPageProps = Awaited<ReturnType<typeof openListPage>>;

const mostNamed = 8;

export function ListPage(props: ListPageProps) {
  const { list, entries, total, query, steps, names, isLate, changed, newId, pageSize } = props;
  const words = useWords(markWords);
  const reviews = useWords(reviewWords);
  const marks = useMarks(list.id, entries, list);
  const left = marks.listed - marks.marked;
  const shown = entries.filter((entry) => marks.verdictOf(entry) === null).map(({ fullName }) => fullName);
  const [isProposing, setProposing] = useState(false);
  const unit = { id: list.unitId, name: list.unitName };
  const to = `/roster/reviews/lists/${list.id}`;
  const view = (show: typeof query.show, label: string, count: number) => ({
    ...{ label, count, to: show ? `?show=${show}` : "?", isCurrent: query.show === show },
  });
  return (
    <Page
      title={list.unitName}
      summary={
        <span className="flex flex-wrap items-center gap-2">
          {list.reviewName}. {words.list.summary(showDay(list.dueOn))}
          {isLate && <Badge tone="red">{reviews.progress.late}</Badge>}
        </span>
      }
      breadcrumbs={[
        { label: reviews.roster, to: "/roster" },
        { label: reviews.reviews, to: "/roster/reviews" },
        ...(props.isOnly ? [] : [{ label: list.reviewName, to: `/roster/reviews/${list.reviewId}` }]),
      ]}
      actions={
        steps.mark && (
          <>
            <Button icon={UserRoundPlus} onPress={() => setProposing(true)}>
              {words.list.propose}
            </Button>
            {left > 0 && marks.waiting === 0 && (
              <PostButton action={`${to}/keeping`} variant="primary">
                {words.list.keepRest(left)}
              </PostButton>
            )}
          </>
        )
      }
    >
      <Standing list={list} />
      <p role="status" className="font-medium tabular-nums">
        {words.list.left(left, marks.listed)}
      </p>
      <FilterLinks
        label={words.list.show}
        links={[
          view(null, words.list.showAll, marks.listed),
          view("left", words.list.showLeft, left),
          view("changed", words.list.showChanged, changed),
        ]}
      />
      <EntryGrid {...{ unit, entries, marks, newId }} listId={list.id} mayMark={steps.mark} />
      <Paging page={query.page} pageSize={pageSize} total={total} />
      <ListSteps {...{ list, steps, left }} names={shown.length > 0 ? shown.slice(0, mostNamed) : names} />
      <Sheet isOpen={isProposing} onClose={() => setProposing(false)} title={words.sheet.proposeTitle}>
        {isProposing && (
          <Later
            load={loadProposeForm}
            props={{ action: `${to}/marks`, unit, newId, onDone: () => setProposing(false) }}
          />
        )}
      </Sheet>
    </Page>
  );
}

/** Where the list stands, and what was said to the unit. */
function Standing({ list }: Pick<ListPageProps, "list">) {
  const { steps } = useWords(markWords);
  const { state, isClosed, returnNote, submittedBy, confirmedBy, reviewNote, reviewId, unitId } = list;
  return (
    <>
      {isClosed && <Notice>{steps.closed}</Notice>}
      {state === "returned" && (
        <Notice tone="amber" title={steps.returned}>
          {returnNote}
        </Notice>
      )}
      {state === "submitted" && <Notice>{steps.submitted(submittedBy ?? "…")}</Notice>}
      {state === "confirmed" && (
        <Notice
          tone="green"
          actions={
            <TextLink to={`/roster/reviews/${reviewId}/result?unit=${unitId}`}>{steps.result}</TextLink>
          }
        >
          {steps.confirmed(confirmedBy ?? "…")}
        </Notice>
      )}
      {reviewNote && (state === "open" || state === "returned") && (
        <Notice tone="neutral" title={steps.guidance}>
          <span className="whitespace-pre-line">{reviewNote}</span>
        </Notice>
      )}
    </>
  );
}
