/** The requests for corrections in reach: who asks, about what, since when, and what came of it. */
import { Inbox } from "lucide-react";
import { showMoment } from "~/platform/clock";
import { EmptyState } from "~/ui/empty-state";
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { DataTable, TwoFacts } from "~/ui/table";
import type { CorrectionQuery } from "./correction";
import type { ListedCorrection } from "./corrections.server";
import { labelOf } from "./field-words";
import { CorrectionBadge } from "./own-requests";
import { words as ownWords } from "./words";

export function CorrectionTabs({
  query,
  counts,
}: {
  query: CorrectionQuery;
  counts: Record<"waiting" | "decided", number>;
}) {
  const words = useWords(ownWords).list;
  return (
    <FilterLinks
      label={words.tabs}
      links={(["waiting", "decided"] as const).map((state) => ({
        to: state === "waiting" ? "/roster/corrections" : "/roster/corrections?state=decided",
        label: words[state],
        count: counts[state],
        isCurrent: query.state === state,
      }))}
    />
  );
}

export function CorrectionTable({
  corrections,
  query,
}: {
  corrections: ListedCorrection[];
  query: CorrectionQuery;
}) {
  const words = useWords(ownWords).list;
  const language = useLanguage();
  return (
    <DataTable
      label={words.label}
      rows={corrections}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/roster/corrections/${id}`}
      columns={[
        {
          key: "name",
          label: words.columns.name,
          always: true,
          cell: ({ name, unit }) => <TwoFacts first={name} second={unit} />,
        },
        {
          key: "about",
          label: words.columns.about,
          cell: ({ fields }) => fields.map((field) => labelOf(field, language)).join(", ") || words.onlyWords,
        },
        {
          key: "sentAt",
          label: words.columns.sentAt,
          cell: ({ sentAt }) => <span className="whitespace-nowrap tabular-nums">{showMoment(sentAt)}</span>,
        },
        {
          key: "state",
          label: words.columns.state,
          cell: (correction) => <CorrectionBadge correction={correction} />,
        },
      ]}
      empty={
        <EmptyState icon={Inbox} title={query.state === "waiting" ? words.noneWaiting : words.noneDecided}>
          {words.empty}
        </EmptyState>
      }
    />
  );
}
