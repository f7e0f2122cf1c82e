/** Whose term ends soon, by unit and term, each with the way to renew them all. */
import { CalendarSync } from "lucide-react";
import { showDay } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import type { EndingGroup } from "./ending-terms.server";
import { termWords } from "./term-words";

interface EndingGroupsProps {
  groups: EndingGroup[];
  days: number;
  mayEdit: boolean;
}

export function EndingGroups({ groups, days, mayEdit }: EndingGroupsProps) {
  const words = useWords(termWords).terms;
  const columns: Column<EndingGroup>[] = [
    {
      key: "unit",
      label: words.unit,
      always: true,
      cell: ({ unitName, isClosed }) => (
        <TwoFacts first={unitName} second={isClosed && <Badge tone="amber">{words.closedUnit}</Badge>} />
      ),
    },
    { key: "term", label: words.term, cell: ({ termName }) => termName ?? words.noTerm },
    {
      key: "ends",
      label: words.ends,
      cell: ({ first, last }) => (
        <span className="tabular-nums">
          {first === last ? showDay(first) : words.between(showDay(first), showDay(last))}
        </span>
      ),
    },
    {
      key: "people",
      label: words.people,
      align: "end",
      cell: ({ people, renewed }) => (
        <TwoFacts first={people} second={renewed > 0 && words.renewed(renewed)} />
      ),
    },
    ...(mayEdit
      ? [
          {
            key: "renew",
            label: words.renew,
            cell: (group: EndingGroup) => (
              <ButtonLink to={renewalOf(group, days)} icon={CalendarSync}>
                {words.renew}
              </ButtonLink>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={words.title}
      columns={columns}
      rows={groups}
      rowKey={({ unitId, termId }) => `${unitId} ${termId}`}
      empty={<EmptyState title={words.noneTitle(days)}>{words.none}</EmptyState>}
    />
  );
}

function renewalOf({ termId, unitId }: EndingGroup, days: number): string {
  return termId
    ? `/roster/terms/${termId}/renewal?days=${days}`
    : `/roster/terms/renewal?${new URLSearchParams({ unit: unitId, days: String(days) })}`;
}
