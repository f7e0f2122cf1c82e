/** The bar above the list of people: search, pills, more filters, columns, export. */
import { PlainDateField, PlainSelectField } from "~/ui/field";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar } from "~/ui/list-bar";
import { levels, levelWords, PlainUnitPicker } from "~/units";
import { networks, roles } from "./appointment";
import { SkillFilters } from "./record/skill-filters";
import { nameOf, type Topic } from "./record/topic";
import { rosterColumns } from "./roster-columns";
import { filtersOf, fixes, stateFilters } from "./roster-filters";
import type { RosterQuery } from "./roster-query";
import { words as rosterWords } from "./words";

interface RosterBarProps {
  query: RosterQuery;
  unit: { id: string; name: string } | null;
  topics: Topic[];
  mayExport: boolean;
}

export function RosterBar({ query, unit, topics, mayExport }: RosterBarProps) {
  const words = useWords(rosterWords);
  const language = useLanguage();
  const pills = filtersOf(query, unit?.name ?? null, nameOf(query.topic, topics)).filter(
    ({ name }) => name !== "q",
  );
  return (
    <ListBar
      search={{ label: words.list.search, placeholder: words.list.search }}
      pills={pills.map(({ name, label }) => ({ name, label: label[language] }))}
      filters={<RosterFilters query={query} unit={unit} topics={topics} />}
      columns={rosterColumns.map(({ key, label, sort, always, optional }) => ({
        ...{ key, sort, always, optional },
        label: label[language],
      }))}
      exportPage={mayExport ? "/roster/export" : undefined}
    />
  );
}

function RosterFilters({ query, unit, topics }: Pick<RosterBarProps, "query" | "unit" | "topics">) {
  const words = useWords(rosterWords);
  const level = useWords(levelWords);
  const choose = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
    values.map((value) => ({ value, label: labels[value] }));
  return (
    <>
      <PlainUnitPicker name="unit" label={words.fields.unit} chosen={unit} />
      <PlainSelectField
        name="role"
        label={words.fields.role}
        options={choose(roles, words.roles)}
        defaultValue={query.role ?? ""}
      />
      <PlainSelectField
        name="network"
        label={words.fields.network}
        options={choose(networks, words.networks)}
        defaultValue={query.network ?? ""}
      />
      <PlainSelectField
        name="level"
        label={words.fields.level}
        options={choose(levels, level)}
        defaultValue={query.level ?? ""}
      />
      <PlainSelectField
        name="state"
        label={words.fields.state}
        options={choose(stateFilters, words.states)}
        defaultValue={query.state ?? ""}
      />
      <SkillFilters query={query} topics={topics} />
      <PlainDateField
        name="day"
        label={words.list.day}
        help={words.list.dayHelp}
        defaultValue={query.isDayChosen ? query.day : undefined}
      />
      <PlainSelectField
        name="fix"
        label={words.list.fix}
        options={choose(fixes, words.fixes)}
        defaultValue={query.fix ?? ""}
      />
    </>
  );
}
