/** A unit's list as a grid: arrows go from person to person, digits mark; what needs more than a press opens a sheet. */
import { type KeyboardEvent, useState } from "react";
import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import type { Entry } from "./entries.server";
import { type Choice, choices, EntryRow } from "./entry-row";
import { MarkSheet } from "./mark-sheet";
import { markWords } from "./mark-words";
import type { useMarks } from "./use-marks";

interface EntryGridProps {
  listId: string;
  unit: { id: string; name: string };
  newId: string;
  entries: Entry[];
  marks: ReturnType<typeof useMarks>;
  mayMark: boolean;
}

export function EntryGrid({ listId, unit, newId, entries, marks, mayMark }: EntryGridProps) {
  const words = useWords(markWords);
  const [open, setOpen] = useState<{ entry: Entry; choice: Exclude<Choice, "keep"> } | null>(null);
  if (entries.length === 0) {
    return <EmptyState title={words.list.emptyTitle}>{words.list.empty}</EmptyState>;
  }
  function choose(entry: Entry, choice: Choice) {
    if (choice === "keep") marks.mark(entry.id, "keep");
    else if (choice !== "correct" || entry.isInReach) setOpen({ entry, choice });
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-entry]");
    const entry = entries.find(({ id }) => id === row?.dataset.entry);
    if (!row || !entry || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      focusBeside(row, step, (event.target as HTMLElement).dataset.choice);
      return;
    }
    const choice = choices[Number(event.key) - 1];
    if (choice && entry.verdict !== "propose") {
      event.preventDefault();
      choose(entry, choice);
    }
  }
  return (
    <div className="flex flex-col gap-2">
      <Saving marks={marks} />
      {mayMark && <p className="text-caption text-soft phone:hidden">{words.list.keys}</p>}
      <div className="rounded-card border border-line bg-paper phone:border-0 phone:bg-transparent">
        <table aria-label={words.list.label(unit.name)} className="list-table">
          <thead>
            <tr>
              {[words.list.person, words.list.post, words.list.hints, words.list.mark].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={mayMark ? onKeyDown : undefined}>
            {entries.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                verdict={marks.verdictOf(entry)}
                mayMark={mayMark}
                onChoose={(choice) => choose(entry, choice)}
                onUnmark={() => marks.mark(entry.id, "none")}
              />
            ))}
          </tbody>
        </table>
      </div>
      {mayMark && <MarkSheet {...{ listId, unit, newId, open }} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** Whether everything is safe: said quietly, and aloud when it is not. */
function Saving({ marks: { waiting, trouble } }: Pick<EntryGridProps, "marks">) {
  const { saving } = useWords(markWords);
  if (trouble?.kind === "refused") {
    return (
      <Notice tone="red" role="alert">
        {saving.refused(trouble.why)}
      </Notice>
    );
  }
  if (trouble && waiting > 0) {
    return (
      <Notice tone="amber" role="alert">
        {trouble.kind === "signIn" ? saving.signIn : saving.waiting(waiting)}
      </Notice>
    );
  }
  return (
    <p role="status" className="text-caption text-soft empty:hidden">
      {waiting > 0 && saving.saving}
    </p>
  );
}

function focusBeside(row: HTMLElement, step: number, choice: string | undefined) {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>("[data-entry]") ?? [])];
  const beside = rows[rows.indexOf(row) + step];
  const button = beside?.querySelector<HTMLElement>(`[data-choice="${choice ?? "keep"}"]`);
  (button ?? beside?.querySelector<HTMLElement>("button, a"))?.focus();
}
