/** The letters that go out: how many in which state, the list, and what can be done to all of a state. */
import { RotateCw, Trash2 } from "lucide-react";
import { showMoment } from "~/platform/clock";
import { type MailState, mailStates } from "~/platform/mail/mail";
import { Badge, type Tone } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar, Paging } from "~/ui/list-bar";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { PostButton } from "~/ui/post-button";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import type { ListedMail, Outbox } from "./outbox.server";
import { type OutboxQuery, pageSize } from "./outbox-query";
import { words as outboxWords } from "./words";

const tones: Record<MailState, Tone> = {
  waiting: "blue",
  sending: "blue",
  sent: "green",
  failed: "red",
  unsure: "amber",
  discarded: "neutral",
};

export function MailBadge({ state }: { state: MailState }) {
  const words = useWords(outboxWords);
  return <Badge tone={tones[state]}>{words.states[state]}</Badge>;
}

interface OutboxViewProps extends Outbox {
  query: OutboxQuery;
  mayChange: boolean;
}

export function OutboxView({ mails, total, counts, isSet, query, mayChange }: OutboxViewProps) {
  const words = useWords(outboxWords);
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return (
    <>
      {!isSet && (
        <Notice tone="amber" title={words.notSet}>
          {words.notSetWhy}
        </Notice>
      )}
      <FilterLinks
        label={words.state}
        links={[
          { to: searchOf({ ...query, state: null }), label: words.all, count: all, isCurrent: !query.state },
          ...mailStates
            .filter((state) => counts[state] > 0 || state === query.state)
            .map((state) => ({
              to: searchOf({ ...query, state }),
              label: words.states[state],
              count: counts[state],
              isCurrent: state === query.state,
            })),
        ]}
      />
      {query.state === "unsure" && <p className="max-w-prose text-soft">{words.unsureHelp}</p>}
      {query.state === "failed" && <p className="max-w-prose text-soft">{words.failedHelp}</p>}
      {mayChange && <ForAll query={query} total={total} />}
      <ListBar search={{ label: words.search, placeholder: words.search }} />
      <MailTable mails={mails} isEmpty={all === 0 && !query.q} />
      <Paging page={query.page} pageSize={pageSize} total={total} />
    </>
  );
}

function searchOf({ q, state }: OutboxQuery): string {
  return `?${new URLSearchParams({ ...(q && { q }), ...(state && { state }) })}`;
}

/** What can be done to all that are shown, once they are of one state. */
function ForAll({ query, total }: { query: OutboxQuery; total: number }) {
  const words = useWords(outboxWords);
  const language = useLanguage();
  if (total === 0 || !query.state || !["waiting", "failed", "unsure"].includes(query.state)) return null;
  const isWaiting = query.state === "waiting";
  const say = isWaiting ? words.discardAll : words.resendAll;
  return (
    <PostButton
      action={`/outbox/${isWaiting ? "discarding" : "resending"}${searchOf(query)}`}
      values={{ expected: String(total) }}
      icon={isWaiting ? Trash2 : RotateCw}
    >
      {say(showNumber(total, language))}
    </PostButton>
  );
}

function MailTable({ mails, isEmpty }: { mails: ListedMail[]; isEmpty: boolean }) {
  const words = useWords(outboxWords);
  const columns: Column<ListedMail>[] = [
    {
      ...{ key: "to", label: words.to, always: true },
      cell: ({ name, address }) => (
        <TwoFacts first={name ?? address} second={name && <span className="break-all">{address}</span>} />
      ),
    },
    { key: "title", label: words.subject, cell: ({ title }) => title },
    {
      ...{ key: "state", label: words.state },
      cell: ({ state, problem }) => (
        <>
          <MailBadge state={state} />
          {problem && <span className="second">{problem}</span>}
        </>
      ),
    },
    {
      ...{ key: "when", label: words.when },
      cell: ({ createdAt, sentAt }) => (
        <span className="whitespace-nowrap tabular-nums">{showMoment(sentAt ?? createdAt)}</span>
      ),
    },
  ];
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={mails}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/outbox/${id}`}
      empty={
        <EmptyState title={isEmpty ? words.none : words.noneMatch}>
          {isEmpty ? words.noneWhy : words.noneMatchWhy}
        </EmptyState>
      }
    />
  );
}
