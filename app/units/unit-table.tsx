/** The list of units as a table. */
import { showDay, today } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { DataTable, TwoFacts } from "~/ui/table";
import type { Level, UnitKind } from "./unit";
import type { ListedUnit } from "./unit-list.server";
import { stateOn } from "./unit-tree";
import { unitWords } from "./words";

export function UnitTable({ units }: { units: ListedUnit[] }) {
  const words = useWords(unitWords);
  return (
    <DataTable
      label={words.list.label}
      rows={units}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/units/${id}`}
      defaultSort="level"
      columns={[
        {
          key: "name",
          label: words.fields.name,
          sort: "name",
          always: true,
          cell: ({ name, kind }) => <TwoFacts first={name} second={words.kinds[kind as UnitKind]} />,
        },
        {
          key: "level",
          label: words.fields.level,
          sort: "level",
          className: "tight",
          cell: ({ level }) => words.levels[level as Level],
        },
        { key: "parent", label: words.fields.parent, cell: ({ parentName }) => parentName },
        { key: "code", label: words.fields.code, sort: "code", cell: ({ code }) => code },
        {
          key: "openedOn",
          label: words.record.opened,
          sort: "openedOn",
          cell: ({ openedOn }) => showDay(openedOn),
        },
        { key: "state", label: words.list.state, cell: (unit) => <UnitState unit={unit} /> },
      ]}
      empty={<EmptyState title={words.list.empty}>{words.list.emptyHelp}</EmptyState>}
    />
  );
}

const tones = { open: "green", planned: "blue", closed: "neutral" } as const;

export function UnitState({ unit }: { unit: Pick<ListedUnit, "openedOn" | "closedOn"> }) {
  const words = useWords(unitWords);
  const state = stateOn(unit, today());
  const day = state === "planned" ? unit.openedOn : state === "closed" ? unit.closedOn : null;
  return (
    <span className="sm:whitespace-nowrap">
      <Badge tone={tones[state]}>
        {words.states[state]} {day && showDay(day)}
      </Badge>
    </span>
  );
}
