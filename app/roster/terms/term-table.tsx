/** The terms of committees, by unit. */
import { showDay } from "~/platform/clock";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { type Column, DataTable } from "~/ui/table";
import { termWords } from "./term-words";
import type { ListedTerm } from "./terms.server";

export function TermTable({ terms, mayEdit }: { terms: ListedTerm[]; mayEdit: boolean }) {
  const words = useWords(termWords).terms;
  const columns: Column<ListedTerm>[] = [
    { key: "unit", label: words.committee, always: true, cell: ({ unitName }) => unitName },
    { key: "term", label: words.term, cell: ({ name }) => name },
    {
      key: "first",
      label: words.firstDay,
      className: "tabular-nums",
      cell: ({ startsOn }) => showDay(startsOn),
    },
    {
      key: "last",
      label: words.lastDay,
      className: "tabular-nums",
      cell: ({ endsOn }) => showDay(endsOn),
    },
    { key: "people", label: words.people, align: "end", cell: ({ people }) => people },
  ];
  return (
    <DataTable
      label={words.allTitle}
      columns={columns}
      rows={terms}
      rowKey={({ id }) => id}
      rowHref={mayEdit ? ({ id }) => `/roster/terms/${id}` : undefined}
      empty={<EmptyState title={words.emptyTitle}>{mayEdit && words.empty}</EmptyState>}
    />
  );
}
