/** The people a version is for, and what each did with it. */
import { showMoment } from "~/platform/clock";
import { Badge, type Tone } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { type Column, DataTable } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import type { ReaderState } from "./reader";
import type { Reader } from "./readers.server";
import { words as receiptWords } from "./words";

const tones: Record<ReaderState, Tone> = {
  untouched: "red",
  seen: "amber",
  acknowledged: "green",
  no_account: "neutral",
};

interface ReaderTableProps {
  people: Reader[];
  /** Whether people are asked to acknowledge this version. */
  isAsked: boolean;
  /** Names lead to their records: there stands how to reach them. */
  opensRecords: boolean;
  /** The material is for nobody. */
  isEmpty: boolean;
}

export function ReaderTable({ people, isAsked, opensRecords, isEmpty }: ReaderTableProps) {
  const words = useWords(receiptWords);
  const columns: Column<Reader>[] = [
    {
      ...{ key: "name", label: words.name, sort: "name", always: true },
      cell: ({ id, fullName, isSpeaker }) =>
        opensRecords && isSpeaker ? (
          <span className="sm:whitespace-nowrap">
            <TextLink to={`/roster/${id}`}>{fullName}</TextLink>
          </span>
        ) : (
          fullName
        ),
    },
    { key: "unit", label: words.unit, sort: "unit", cell: ({ unitName }) => unitName },
    {
      key: "state",
      label: words.state,
      cell: (reader) => (
        <>
          <StateBadges reader={reader} isAsked={isAsked} />
          {isAsked && reader.remindedAt && (
            <span className="second sm:whitespace-nowrap">
              {words.remindedAt(showMoment(reader.remindedAt))}
            </span>
          )}
        </>
      ),
    },
    {
      key: "opened",
      label: words.opened,
      sort: "opened",
      cell: ({ openedAt }) => <Moment at={openedAt} />,
    },
    {
      key: "downloaded",
      label: words.downloaded,
      sort: "downloaded",
      cell: ({ downloadedAt }) => <Moment at={downloadedAt} />,
    },
    ...(isAsked
      ? [
          {
            key: "word",
            label: words.acknowledged,
            sort: "word",
            cell: ({ acknowledgedAt }: Reader) => <Moment at={acknowledgedAt} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={words.listLabel}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      defaultSort="name"
      empty={
        <EmptyState title={isEmpty ? words.nobody : words.none}>
          {isEmpty ? words.nobodyWhy : words.noneWhy}
        </EmptyState>
      }
    />
  );
}

/** Who has only opened and who has only downloaded are told apart. */
function StateBadges({ reader, isAsked }: { reader: Reader; isAsked: boolean }) {
  const words = useWords(receiptWords);
  const { state, openedAt, isAddressed } = reader;
  const seen = openedAt ? words.opened : words.downloaded;
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={!isAsked && state === "seen" ? "green" : tones[state]}>
        {state === "seen" ? seen : words.states[state]}
      </Badge>
      {!isAddressed && <Badge>{words.gone}</Badge>}
    </span>
  );
}

function Moment({ at }: { at: string | null }) {
  if (!at) return <span className="text-soft">–</span>;
  return <span className="whitespace-nowrap tabular-nums">{showMoment(at)}</span>;
}
