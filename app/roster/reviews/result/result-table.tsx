/** One list of a review's result: who, what is to become of them, and whether it is done. */
import { words as rosterWords } from "~/roster/words";
import { Badge } from "~/ui/badge";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import { TextLink } from "~/ui/text-link";
import type { ResultList } from "./result";
import type { ResultEntry } from "./result.server";
import { resultWords } from "./result-words";

interface ResultTableProps {
  list: ResultList;
  entries: ResultEntry[];
}

export function ResultTable({ list, entries }: ResultTableProps) {
  const words = useWords(resultWords);
  const roster = useWords(rosterWords);
  const shown: Record<string, ResultList[]> = {
    role: ["recognise", "keep"],
    newcomer: ["replace"],
    reason: ["replace", "release"],
    change: ["correct"],
    state: ["recognise", "replace", "release", "correct"],
  };
  const columns: Column<ResultEntry>[] = [
    {
      key: "person",
      label: words.person,
      always: true,
      cell: ({ fullName, birthYear, position, workplace }) => (
        <TwoFacts first={fullName} second={[birthYear, position, workplace].filter(Boolean).join(" · ")} />
      ),
    },
    { key: "unit", label: words.unit, cell: ({ unitName }) => unitName },
    { key: "role", label: words.role, cell: ({ role }) => role && roster.roles[role] },
    {
      key: "newcomer",
      label: words.newcomer,
      cell: ({ newcomer }) =>
        newcomer && (
          <TwoFacts
            first={
              newcomer.recordId ? (
                <TextLink to={`/roster/${newcomer.recordId}`}>{newcomer.fullName}</TextLink>
              ) : (
                newcomer.fullName
              )
            }
            second={[newcomer.birth?.year, newcomer.position].filter(Boolean).join(" · ")}
          />
        ),
    },
    { key: "reason", label: words.reason, cell: ({ reason }) => reason && roster.reasons[reason] },
    { key: "change", label: words.change, cell: (entry) => <Corrections {...entry} /> },
    { key: "note", label: words.note, cell: ({ note }) => note },
    { key: "state", label: words.state, cell: (entry) => <Done {...entry} /> },
  ];
  return (
    <DataTable
      label={words.lists[list]}
      columns={columns.filter(({ key }) => shown[key]?.includes(list) ?? true)}
      rows={entries}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.noneTitle}>{words.none}</EmptyState>}
    />
  );
}

export function Corrections({ corrections }: Pick<ResultEntry, "corrections">) {
  const { fields, theory, genders } = useWords(rosterWords);
  const names = { ...theory, ...genders } as Record<string, string>;
  return corrections.map(({ field, before, after }) => (
    <span key={field} className="block">
      <span className="text-caption text-soft">{fields[field as "fullName"]}: </span>
      <del className="text-soft">{before && (names[before] ?? before)}</del>{" "}
      <ins className="no-underline">{after ? (names[after] ?? after) : "–"}</ins>
    </span>
  ));
}

function Done({ isDone, decision, speakerId, newcomer, corrections }: ResultEntry) {
  const words = useWords(resultWords);
  if (isDone) {
    return (
      <span className="flex flex-col items-start gap-1">
        <Badge tone="green">{words.done}</Badge>
        {decision && (
          <TextLink to={`/roster/decisions/${decision.id}`}>{words.doneBy(decision.number)}</TextLink>
        )}
      </span>
    );
  }
  const isNew = corrections.length === 0 && (speakerId === null || (newcomer !== null && !newcomer.recordId));
  return (
    <span className="flex flex-wrap gap-1">
      <Badge>{words.open}</Badge>
      {isNew && <Badge tone="amber">{words.noRecord}</Badge>}
    </span>
  );
}
