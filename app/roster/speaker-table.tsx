/** The list of people: names with their position under them, the state as a tag, and what can be done with a choice. */
import type { ReactNode } from "react";
import { Badge, type Tone } from "~/ui/badge";
import { useLanguage, useWords } from "~/ui/language";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import type { State } from "./appointment";
import { rosterSelection } from "./bulk/selection";
import { SelectionActions } from "./bulk/selection-actions";
import type { Count } from "./list/ids.server";
import { type RosterLine, rosterColumns } from "./roster-columns";
import { words as rosterWords } from "./words";

/** Short facts never break in two; names have room for three words. The room counts the cell's padding. */
const looks: Record<string, string> = {
  name: "min-w-51 phone:min-w-0",
  unit: "min-w-47 phone:min-w-0",
  role: "min-w-39 phone:min-w-0",
  network: "min-w-39 phone:min-w-0",
  ...Object.fromEntries(
    ["level", "startsOn", "endsOn", "phone", "birth", "updated"].map((key) => [key, "tight"]),
  ),
};

const tones: Record<State, Tone> = {
  active: "green",
  ending: "amber",
  unknown: "blue",
  upcoming: "blue",
  former: "neutral",
  never: "neutral",
};

export function StateBadge({ state, children }: { state: State; children: ReactNode }) {
  return <Badge tone={tones[state]}>{children}</Badge>;
}

interface SpeakerTableProps {
  lines: RosterLine[];
  count: Count;
  mayEdit: boolean;
  mayExport: boolean;
  empty: ReactNode;
}

export function SpeakerTable({ lines, count, mayEdit, mayExport, empty }: SpeakerTableProps) {
  const words = useWords(rosterWords);
  const language = useLanguage();
  const columns: Column<RosterLine>[] = rosterColumns.map(({ label, text: _, width: __, ...column }) => ({
    ...column,
    label: label[language],
    className: looks[column.key],
    cell: (line) => cellOf(column.key, line),
  }));
  return (
    <DataTable
      label={words.list.label}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/roster/${id}`}
      defaultSort="name"
      selection={
        mayEdit
          ? {
              ...{ total: count.total, more: count.more, keep: rosterSelection },
              rowLabel: ({ name }) => name,
              actions: (selected) => <SelectionActions selected={selected} mayExport={mayExport} />,
            }
          : undefined
      }
      empty={empty}
    />
  );
}

// Called, not drawn as parts of their own: fifty rows of them cost a page more than its queries.
function cellOf(key: string, line: RosterLine) {
  if (key === "name")
    return TwoFacts({ first: line.name, second: "position" in line.cells ? null : line.position });
  if (key === "state") return Badge({ tone: tones[line.state], children: line.cells.state });
  return line.cells[key];
}
