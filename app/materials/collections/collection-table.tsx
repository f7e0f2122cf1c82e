/** The list of conferences and collections, and the bar above it. */
import type { ReactNode } from "react";
import { showDay } from "~/platform/clock";
import { PlainSelectField, PlainTextField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { ListBar } from "~/ui/list-bar";
import { type Column, DataTable } from "~/ui/table";
import { type CollectionQuery, collectionKinds } from "./collection";
import type { ListedCollection } from "./collection-list.server";
import { words as collectionWords } from "./words";

export function CollectionBar({ query }: { query: CollectionQuery }) {
  const words = useWords(collectionWords);
  const pills = [
    ...(query.kind ? [{ name: "kind", label: words.kinds[query.kind] }] : []),
    ...(query.year ? [{ name: "year", label: words.yearIs(query.year) }] : []),
  ];
  return (
    <ListBar
      search={{ label: words.search, placeholder: words.search }}
      pills={pills}
      filters={
        <>
          <PlainSelectField
            name="kind"
            label={words.fields.collectionKind}
            options={collectionKinds.map((value) => ({ value, label: words.kinds[value] }))}
            defaultValue={query.kind ?? ""}
          />
          <PlainTextField
            name="year"
            label={words.fields.year}
            inputMode="numeric"
            maxLength={4}
            defaultValue={query.year ? String(query.year) : ""}
          />
        </>
      }
    />
  );
}

interface CollectionTableProps {
  collections: ListedCollection[];
  empty: ReactNode;
}

export function CollectionTable({ collections, empty }: CollectionTableProps) {
  const words = useWords(collectionWords);
  const columns: Column<ListedCollection>[] = [
    { key: "title", label: words.fields.title, cell: ({ title }) => title },
    { key: "kind", label: words.fields.collectionKind, cell: ({ kind }) => words.kinds[kind] },
    {
      key: "held",
      label: words.fields.heldOn,
      className: "tight tabular-nums",
      cell: ({ heldOn }) => (heldOn ? showDay(heldOn) : ""),
    },
    { key: "unit", label: words.fields.unit, hideOnPhone: true, cell: ({ unitName }) => unitName },
    { key: "materials", label: words.fields.materials, align: "end", cell: ({ materials }) => materials },
  ];
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={collections}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/materials/collections/${id}`}
      empty={empty}
    />
  );
}
