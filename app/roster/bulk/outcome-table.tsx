/** Everybody chosen with what becomes of them, by outcome. */

import { FilterLinks } from "~/ui/filter-links";
import { useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { Section } from "~/ui/page";
import { type Column, DataTable } from "~/ui/table";
import type { BulkPage, ShownLine } from "./bulk-pages.server";
import { peoplePerPage } from "./bulk-query";
import { verdicts } from "./outcome";
import { words as bulkWords } from "./words";

export function OutcomeTable({ bulk }: { bulk: BulkPage }) {
  const words = useWords(bulkWords);
  const isDone = bulk.state === "done";
  const labels = isDone ? words.verdictsDone : words.verdicts;
  const columns: Column<ShownLine>[] = [
    { key: "name", label: words.person, always: true, cell: ({ name }) => name ?? words.reasons.gone },
    { key: "unit", label: words.unit, cell: ({ unit }) => unit },
    {
      key: "before",
      label: isDone ? words.beforeDone : words.before,
      cell: ({ before }) => <Facts facts={before} empty={words.nothing} />,
    },
    {
      key: "after",
      label: isDone ? words.afterDone : words.after,
      cell: ({ verdict, reason, after }) =>
        verdict === "changes" ? (
          <strong className="font-medium">
            <Facts facts={after} empty={words.nothing} />
          </strong>
        ) : (
          <span className={verdict === "cannot" ? "text-amber" : "text-soft"}>
            {reason ?? words.alreadySo}
          </span>
        ),
    },
  ];
  return (
    <Section title={isDone ? words.peopleDone : words.people}>
      <FilterLinks
        label={words.filter}
        links={verdicts.map((verdict) => ({
          to: `?show=${verdict}`,
          label: labels[verdict],
          count: bulk.counts[verdict],
          isCurrent: verdict === bulk.show,
        }))}
      />
      <DataTable
        label={isDone ? words.peopleDone : words.people}
        columns={columns}
        rows={bulk.lines}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/roster/${id}`}
        empty={<p className="text-soft">{words.noneOfThem}</p>}
      />
      {bulk.show && (
        <Paging page={bulk.page} pageSize={peoplePerPage} total={bulk.counts[bulk.show]} more={false} />
      )}
    </Section>
  );
}

function Facts({ facts, empty }: { facts: string[]; empty: string }) {
  if (facts.length === 0) return <span className="text-soft">{empty}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
