/** Search and filters above the list of units. */
import { PlainSelectField } from "~/ui/field";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar, type Pill } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import type { Grouping } from "./groupings.server";
import { PlainUnitPicker } from "./plain-unit-picker";
import { levels, unitKinds } from "./unit";
import { type UnitQuery, unitStates } from "./unit-query";
import { unitWords } from "./words";

interface UnitListBarProps {
  query: UnitQuery;
  groupings: Grouping[];
  under: { id: string; name: string } | null;
}

export function UnitListBar({ query, groupings, under }: UnitListBarProps) {
  const words = useWords(unitWords);
  const options = <K extends string>(keys: readonly K[], labels: Record<K, string>) =>
    keys.map((value) => ({ value, label: labels[value] }));
  return (
    <ListBar
      search={{ label: words.list.search, placeholder: words.list.search }}
      pills={usePills(query, groupings, under)}
      filters={
        <>
          <PlainUnitPicker name="under" label={words.list.under} chosen={under} closedToo />
          <PlainSelectField
            name="level"
            label={words.fields.level}
            options={options(levels, words.levels)}
            defaultValue={query.level}
          />
          <PlainSelectField
            name="kind"
            label={words.fields.kind}
            options={options(unitKinds, words.kinds)}
            defaultValue={query.kind}
          />
          <PlainSelectField
            name="state"
            label={words.list.state}
            options={[...options(unitStates, words.states), { value: "all", label: words.list.allStates }]}
            defaultValue={query.state}
            required
          />
          {groupings.length > 0 && (
            <PlainSelectField
              name="grouping"
              label={words.list.grouping}
              options={groupings.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={query.grouping}
            />
          )}
        </>
      }
      exportTo="/units/export.xlsx"
    />
  );
}

/** "3.355 đơn vị". */
export function useTotal({ total, more }: { total: number; more: boolean }): string {
  const words = useWords(unitWords);
  const count = showNumber(total, useLanguage());
  return more ? words.list.moreThan(count) : words.list.total(count);
}

function usePills(query: UnitQuery, groupings: Grouping[], under: UnitListBarProps["under"]): Pill[] {
  const words = useWords(unitWords);
  const { level, kind, state, grouping } = query;
  const labels: Record<string, string | undefined> = {
    under: under?.name,
    level: level && words.levels[level],
    kind: kind && words.kinds[kind],
    state: state === "open" ? undefined : state === "all" ? words.list.allStates : words.states[state],
    grouping: groupings.find(({ id }) => id === grouping)?.name,
  };
  return Object.entries(labels).flatMap(([name, label]) => (label ? [{ name, label }] : []));
}
