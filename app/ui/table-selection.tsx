/** Choosing rows of a list, by one, by a stretch with Shift, by the page, or all that match. */
import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button";
import { useLanguage, useWords } from "./language";
import { showNumber } from "./number";
import { uiWords } from "./words";

export interface Selected {
  ids: string[];
  /** All rows that match the filters were chosen, beyond those on the page. */
  everything: boolean;
  clear: () => void;
}

export interface RowSelection<Row> {
  /** The name of a row, for its box. */
  rowLabel: (row: Row) => string;
  /** How many rows match; with it "select all matching" is offered. */
  total?: number;
  /** The buttons of the bar. */
  actions: (selected: Selected) => ReactNode;
}

type Chosen = ReturnType<typeof useSelection>;

export function useSelection(pageIds: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);
  const last = useRef<string | null>(null);
  const ids = pageIds.filter((id) => chosen.has(id));

  function set(toChange: string[], on: boolean) {
    const next = new Set(chosen);
    for (const id of toChange) on ? next.add(id) : next.delete(id);
    setChosen(next);
    setEverything(false);
  }
  return {
    ids,
    everything,
    has: (id: string) => chosen.has(id),
    all: ids.length > 0 && ids.length === pageIds.length,
    setEverything,
    setPage: (on: boolean) => set(pageIds, on),
    clear: () => set([...chosen], false),
    toggle: (id: string, on: boolean, stretch: boolean) => {
      const from = pageIds.indexOf(last.current ?? "");
      const to = pageIds.indexOf(id);
      last.current = id;
      set(stretch && from >= 0 ? pageIds.slice(Math.min(from, to), Math.max(from, to) + 1) : [id], on);
    },
  };
}

export function SelectAllBox({ chosen }: { chosen: Chosen }) {
  const words = useWords(uiWords);
  return (
    <label data-scripted-only>
      <input
        type="checkbox"
        aria-label={words.selectPage}
        checked={chosen.all}
        ref={(element) => {
          if (element) element.indeterminate = chosen.ids.length > 0 && !chosen.all;
        }}
        onChange={(event) => chosen.setPage(event.target.checked)}
      />
    </label>
  );
}

export function SelectRowBox({ id, label, chosen }: { id: string; label: string; chosen: Chosen }) {
  return (
    <label data-scripted-only>
      <input
        type="checkbox"
        aria-label={label}
        checked={chosen.has(id)}
        onChange={(event) =>
          chosen.toggle(id, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)
        }
      />
    </label>
  );
}

interface SelectionBarProps<Row> {
  selection: RowSelection<Row>;
  chosen: Chosen;
  pageSize: number;
}

export function SelectionBar<Row>({ selection, chosen, pageSize }: SelectionBarProps<Row>) {
  const words = useWords(uiWords);
  const language = useLanguage();
  const { ids, everything, clear } = chosen;
  if (ids.length === 0) return null;
  const total = selection.total ?? 0;
  const count = showNumber(everything ? total : ids.length, language);
  return (
    <div className="sticky top-0 z-20 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-line bg-accent-soft px-4 py-2 phone:top-14 print:hidden">
      <p aria-live="polite" className="font-semibold">
        {words.selected(count)}
      </p>
      {chosen.all && !everything && total > pageSize && (
        <Button variant="quiet" onPress={() => chosen.setEverything(true)}>
          {words.selectEverything(showNumber(total, language))}
        </Button>
      )}
      <span className="flex flex-1 flex-wrap gap-2">{selection.actions({ ids, everything, clear })}</span>
      <Button variant="quiet" onPress={clear}>
        {words.clearSelection}
      </Button>
    </div>
  );
}
