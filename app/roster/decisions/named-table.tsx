/** The people whom a decision names, those who begin and those who end. */
import { showDay } from "~/platform/clock";
import { words as rosterWords } from "~/roster/words";
import { Badge } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import { levelWords } from "~/units";
import type { NamedPerson } from "./decision-people.server";
import { words as decisionWords } from "./words";

export function NamedTable({ people, mayEdit }: { people: NamedPerson[]; mayEdit: boolean }) {
  const words = useWords(decisionWords);
  const roster = useWords(rosterWords);
  const level = useWords(levelWords);
  const columns: Column<NamedPerson>[] = [
    {
      key: "name",
      label: roster.fields.fullName,
      always: true,
      cell: ({ fullName, position, birthYear }) => (
        <TwoFacts first={fullName} second={[birthYear, position].filter(Boolean).join(" · ")} />
      ),
    },
    {
      key: "part",
      label: words.record.part,
      cell: ({ part, reason }) =>
        part === "begins" ? (
          <Badge tone="green">{words.record.begins}</Badge>
        ) : (
          <TwoFacts first={<Badge>{words.record.ends}</Badge>} second={reason && roster.reasons[reason]} />
        ),
    },
    {
      key: "seat",
      label: words.record.seat,
      cell: (person) => (
        <TwoFacts
          first={roster.roles[person.role]}
          second={[level[person.level], roster.networks[person.network]].join(" · ")}
        />
      ),
    },
    { key: "unit", label: roster.fields.appointmentUnit, cell: ({ unitName }) => unitName },
    {
      key: "when",
      label: words.record.when,
      cell: ({ startsOn, endsOn }) => (
        <span className="tabular-nums">
          {roster.record.span(showDay(startsOn), endsOn ? showDay(endsOn) : roster.record.open)}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={words.record.people}
      columns={columns}
      rows={people}
      rowKey={({ appointmentId, part }) => `${appointmentId} ${part}`}
      rowHref={({ speakerId }) => `/roster/${speakerId}`}
      empty={<EmptyState title={words.record.nobody}>{mayEdit && words.record.nobodyHelp}</EmptyState>}
    />
  );
}
