/** The reviews there are and were. */
import { showDay } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { type Column, DataTable } from "~/ui/table";
import type { ListedReview } from "./reviews.server";
import { words as reviewWords } from "./words";

interface ReviewTableProps {
  reviews: ListedReview[];
  day: string;
  mayOpen: boolean;
}

export function ReviewTable({ reviews, day, mayOpen }: ReviewTableProps) {
  const { list: words } = useWords(reviewWords);
  const language = useLanguage();
  const of = (done: number, total: number) => (
    <span className="whitespace-nowrap tabular-nums">
      {words.of(showNumber(done, language), showNumber(total, language))}
    </span>
  );
  const columns: Column<ListedReview>[] = [
    { key: "name", label: words.name, always: true, cell: ({ name }) => name },
    {
      key: "due",
      label: words.due,
      cell: ({ dueOn }) => <span className="whitespace-nowrap tabular-nums">{showDay(dueOn)}</span>,
    },
    {
      key: "state",
      label: words.state,
      cell: ({ isClosed, dueOn }) =>
        isClosed ? (
          <Badge>{words.closed}</Badge>
        ) : day > dueOn ? (
          <Badge tone="red">{words.late}</Badge>
        ) : (
          <Badge tone="green">{words.running}</Badge>
        ),
    },
    { key: "units", label: words.units, align: "end", cell: ({ confirmed, units }) => of(confirmed, units) },
    { key: "people", label: words.people, align: "end", cell: ({ marked, listed }) => of(marked, listed) },
  ];
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={reviews}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/roster/reviews/${id}`}
      empty={<EmptyState title={words.emptyTitle}>{mayOpen ? words.empty : words.emptyHere}</EmptyState>}
    />
  );
}
