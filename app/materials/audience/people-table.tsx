/** The people a material is for, by name: with their unit, as what they read, and whether they have an account. */
import { Badge } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { FilterLinks } from "~/ui/filter-links";
import { useWords } from "~/ui/language";
import { ListBar, Paging } from "~/ui/list-bar";
import { type Column, DataTable } from "~/ui/table";
import { type PeopleQuery, peoplePerPage } from "./people-query";
import type { Recipient } from "./preview.server";
import { words as audienceWords } from "./words";

interface PeopleTableProps {
  materialId: string;
  people: Recipient[];
  count: number;
  query: PeopleQuery;
}

export function PeopleTable({ materialId, people, count, query }: PeopleTableProps) {
  const { people: words, preview } = useWords(audienceWords);
  const columns: Column<Recipient>[] = [
    { key: "name", label: words.name, always: true, cell: ({ name }) => name },
    { key: "unit", label: words.unit, cell: ({ unit }) => unit },
    {
      key: "as",
      label: words.as,
      hideOnPhone: true,
      cell: ({ speakerId }) => (speakerId ? words.speaker : preview.staff),
    },
    {
      key: "account",
      label: words.account,
      cell: ({ hasAccount }) => (
        <Badge tone={hasAccount ? "neutral" : "amber"}>{hasAccount ? words.has : words.none}</Badge>
      ),
    },
  ];
  const kept = query.q ? `&q=${encodeURIComponent(query.q)}` : "";
  return (
    <>
      <FilterLinks
        label={words.account}
        links={[
          { to: `?account=all${kept}`, label: words.all, isCurrent: query.account === "all" },
          { to: `?account=none${kept}`, label: words.without, isCurrent: query.account === "none" },
        ]}
      />
      <ListBar
        search={{ label: words.search, placeholder: words.search }}
        exportTo={`/materials/${materialId}/audience/people.xlsx`}
      />
      <DataTable
        label={words.title}
        columns={columns}
        rows={people}
        rowKey={({ userId, speakerId }) => speakerId ?? userId ?? ""}
        empty={<EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>}
      />
      <Paging page={query.page} pageSize={peoplePerPage} total={count} more={false} />
    </>
  );
}
