/** The large changes: what, who, when, how much, and whether it can be taken back. */
import { showMoment } from "~/platform/clock";
import { EmptyState } from "~/ui/empty-state";
import { PlainSelectField } from "~/ui/field";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { DataTable, TwoFacts } from "~/ui/table";
import { type ChangeQuery, changeKinds, changeStates } from "./change-query";
import type { ListedChange } from "./changes.server";
import { ChangeStateBadge } from "./take-back";
import { words as changeWords, nameIn } from "./words";

export function ChangeBar({ query }: { query: ChangeQuery }) {
  const words = useWords(changeWords);
  const pills = [
    ...(query.kind ? [{ name: "kind", label: words.kinds[query.kind] }] : []),
    ...(query.state ? [{ name: "state", label: words.states[query.state] }] : []),
  ];
  return (
    <ListBar
      pills={pills}
      filters={
        <>
          <PlainSelectField
            name="kind"
            label={words.filters.kind}
            options={changeKinds.map((value) => ({ value, label: words.kinds[value] }))}
            defaultValue={query.kind ?? ""}
          />
          <PlainSelectField
            name="state"
            label={words.filters.state}
            options={changeStates.map((value) => ({ value, label: words.states[value] }))}
            defaultValue={query.state ?? ""}
          />
        </>
      }
    />
  );
}

export function ChangeTable({ changes }: { changes: ListedChange[] }) {
  const words = useWords(changeWords);
  return (
    <DataTable
      label={words.label}
      rows={changes}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/roster/changes/${id}`}
      columns={[
        {
          key: "title",
          label: words.columns.title,
          always: true,
          cell: ({ title, kind }) => (
            <TwoFacts first={title} second={nameIn(words.kinds, kind, words.otherKind)} />
          ),
        },
        { key: "by", label: words.columns.by, cell: ({ by }) => by },
        {
          key: "at",
          label: words.columns.at,
          cell: ({ at }) => <span className="whitespace-nowrap tabular-nums">{showMoment(at)}</span>,
        },
        { key: "rows", label: words.columns.rows, cell: ({ rows }) => <RowCounts rows={rows.slice(0, 3)} /> },
        { key: "state", label: words.columns.state, cell: (change) => <ChangeStateBadge change={change} /> },
      ]}
      empty={<EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>}
    />
  );
}

/** "hồ sơ: bỏ 1, sửa 1; lần công nhận: thêm 12". */
export function RowCounts({ rows }: { rows: ListedChange["rows"] }) {
  const words = useWords(changeWords);
  const language = useLanguage();
  return [...new Set(rows.map(({ table }) => table))]
    .map((table) => {
      const counts = rows
        .filter((row) => row.table === table)
        .map(({ operation, count }) => `${words.operations[operation]} ${showNumber(count, language)}`);
      return `${nameIn(words.tables, table, words.otherTable)}: ${counts.join(", ")}`;
    })
    .join("; ");
}
