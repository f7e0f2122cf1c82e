/** The list of decisions: number and issuer, kind, date, how many people, and whether the scan is missing. */
import type { ReactNode } from "react";
import { showDay } from "~/platform/clock";
import { showNumber } from "~/roster/decision";
import { words as rosterWords } from "~/roster/words";
import { Badge } from "~/ui/badge";
import { useWords } from "~/ui/language";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import type { ListedDecision } from "./decision-list.server";
import { words as decisionWords } from "./words";

export function DecisionTable({ decisions, empty }: { decisions: ListedDecision[]; empty: ReactNode }) {
  const words = useWords(decisionWords);
  const roster = useWords(rosterWords);
  const columns: Column<ListedDecision>[] = [
    {
      key: "number",
      label: words.fields.decisionNumber,
      sort: "number",
      always: true,
      cell: ({ number, issuer }) => <TwoFacts first={showNumber(number)} second={issuer} />,
    },
    {
      key: "date",
      label: words.fields.decidedOn,
      sort: "date",
      className: "tight tabular-nums",
      cell: ({ decidedOn }) => showDay(decidedOn),
    },
    { key: "kind", label: words.fields.kind, cell: ({ kind }) => roster.kinds[kind] },
    { key: "unit", label: words.fields.unit, cell: ({ unitName }) => unitName },
    { key: "begins", label: words.list.begins, align: "end", cell: ({ begins }) => begins || "" },
    { key: "ends", label: words.list.ends, align: "end", cell: ({ ends }) => ends || "" },
    {
      key: "scan",
      label: words.list.scan,
      cell: ({ hasScan }) =>
        hasScan ? words.list.scanThere : <Badge tone="amber">{words.list.scanMissing}</Badge>,
    },
  ];
  return (
    <DataTable
      label={words.list.label}
      columns={columns}
      rows={decisions}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/roster/decisions/${id}`}
      defaultSort="-date"
      empty={empty}
    />
  );
}
