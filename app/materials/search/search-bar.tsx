/** The bar of the search in materials: the words, and filters as pills. */
import { materialKinds } from "~/materials/material";
import { words as materialWords } from "~/materials/words";
import { today } from "~/platform/clock";
import { PlainSelectField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { ListBar, type Pill } from "~/ui/list-bar";
import type { SearchQuery } from "./search-query";
import { words as searchWords } from "./words";

interface Choice {
  id: string;
  name: string;
}

interface SearchBarProps {
  query: SearchQuery;
  topics: Choice[];
  collections: Choice[];
}

export function SearchBar({ query, topics, collections }: SearchBarProps) {
  const words = useWords(searchWords);
  const { kinds } = useWords(materialWords);
  const { kind, topic, conference, year } = query;
  const nameIn = (choices: Choice[], id: string) => choices.find((one) => one.id === id)?.name ?? "…";
  const pills: Pill[] = [
    ...(kind ? [{ name: "kind", label: kinds[kind] }] : []),
    ...(topic ? [{ name: "topic", label: nameIn(topics, topic) }] : []),
    ...(conference ? [{ name: "conference", label: nameIn(collections, conference) }] : []),
    ...(year ? [{ name: "year", label: words.yearIs(year) }] : []),
  ];
  const select = (name: keyof SearchQuery, label: string, options: { value: string; label: string }[]) =>
    options.length > 0 && (
      <PlainSelectField
        name={name}
        label={label}
        options={options}
        defaultValue={String(query[name] ?? "")}
      />
    );
  const asOptions = (choices: Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ListBar
      search={{ label: words.label, placeholder: words.placeholder }}
      pills={pills}
      filters={
        <>
          {select(
            "kind",
            words.kind,
            materialKinds.map((value) => ({ value, label: kinds[value] })),
          )}
          {select("topic", words.topic, asOptions(topics))}
          {select("conference", words.conference, asOptions(collections))}
          {select(
            "year",
            words.year,
            lastYears().map((value) => ({ value, label: words.yearIs(Number(value)) })),
          )}
        </>
      }
    />
  );
}

function lastYears(): string[] {
  const year = Number(today().slice(0, 4));
  return Array.from({ length: 8 }, (_, before) => String(year - before));
}
