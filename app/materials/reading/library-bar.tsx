/** The bar above a reader's list: a search of everything, and filters as pills. */
import { materialKinds } from "~/materials/material";
import { words as materialWords } from "~/materials/words";
import { today } from "~/platform/clock";
import { PlainSelectField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { ListBar, type Pill } from "~/ui/list-bar";
import { SearchForm } from "~/ui/search-form";
import type { LibraryQuery } from "./library-query";
import { words as readingWords } from "./words";

interface Choice {
  id: string;
  name: string;
}

interface LibraryBarProps {
  query: LibraryQuery;
  topics: Choice[];
  collections: Choice[];
}

export function LibraryBar({ query, topics, collections }: LibraryBarProps) {
  const words = useWords(readingWords);
  const { kinds } = useWords(materialWords);
  const nameIn = (choices: Choice[], id: string) => choices.find((one) => one.id === id)?.name ?? "…";
  const pills: Pill[] = [
    ...(query.saved ? [{ name: "saved", label: words.filters.saved }] : []),
    ...(query.topic ? [{ name: "topic", label: nameIn(topics, query.topic) }] : []),
    ...(query.month ? [{ name: "month", label: words.month(query.month) }] : []),
    ...(query.collection ? [{ name: "collection", label: nameIn(collections, query.collection) }] : []),
    ...(query.kind ? [{ name: "kind", label: kinds[query.kind] }] : []),
  ];
  const asOptions = (choices: Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }));
  const months = lastMonths().map((month) => ({ value: month, label: words.month(month) }));
  const { filters } = words;
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <SearchForm
        label={words.search}
        placeholder={words.searchIn}
        action="/library/search"
        value=""
        clearTo="/library"
      />
      <ListBar
        pills={pills}
        filters={
          <>
            <PlainSelectField
              {...{ name: "topic", label: filters.topic, options: asOptions(topics) }}
              defaultValue={query.topic ?? ""}
            />
            <PlainSelectField
              {...{ name: "month", label: filters.month, options: months }}
              defaultValue={query.month ?? ""}
            />
            {collections.length > 0 && (
              <PlainSelectField
                {...{ name: "collection", label: filters.collection, options: asOptions(collections) }}
                defaultValue={query.collection ?? ""}
              />
            )}
            <PlainSelectField
              {...{ name: "kind", label: filters.kind }}
              options={materialKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
              defaultValue={query.kind ?? ""}
            />
            <PlainSelectField
              {...{ name: "saved", label: filters.saved }}
              options={[{ value: "yes", label: filters.onlySaved }]}
              defaultValue={query.saved ?? ""}
            />
          </>
        }
      />
    </div>
  );
}

/** The months of two years, this one first. */
function lastMonths(): string[] {
  const [year = 0, month = 1] = today().split("-").map(Number);
  return Array.from({ length: 24 }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
  });
}
