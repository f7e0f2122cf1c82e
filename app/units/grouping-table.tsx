/** All groupings, each with its number of units. */
import { EmptyState } from "~/ui/empty-state";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { DataTable, TwoFacts } from "~/ui/table";
import type { Grouping } from "./groupings.server";
import { unitWords } from "./words";

export function GroupingTable({ groupings }: { groupings: Grouping[] }) {
  const words = useWords(unitWords).groupings;
  const language = useLanguage();
  return (
    <DataTable
      label={words.title}
      rows={groupings}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/units/groupings/${id}`}
      columns={[
        { key: "name", label: words.name, cell: ({ name, note }) => <TwoFacts first={name} second={note} /> },
        { key: "units", label: words.units, align: "end", cell: ({ units }) => showNumber(units, language) },
      ]}
      empty={<EmptyState title={words.noneYet}>{words.summary}</EmptyState>}
    />
  );
}
