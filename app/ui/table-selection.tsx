/** Choosing rows of a list, by one, by a stretch with Shift, by the page, or all that match. */
import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { useLanguage, useWords } from "./language";
import { showCount, showNumber } from "./number";
import { useScripted } from "./scripted";
import { withParams } from "./url";
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
  /** There are more than `total`. */
  more?: boolean;
  /** Under this name the choice is kept over pages, filters and other pages of the app, as long as the window is open. */
  keep?: string;
  /** The buttons of the bar. */
  actions: (selected: Selected) => ReactNode;
}

type Chosen = ReturnType<typeof useSelection>;

/** What is chosen in a window. `everything`: the filters of the list all of which was chosen. */
interface Kept {
  ids: readonly string[];
  everything: string | null;
}
const nothing: Kept = { ids: [], everything: null };

export function useSelection(pageIds: string[], keep?: string) {
  const { search } = useLocation();
  const filters = withParams(search, { page: null, sort: null, columns: null });
  const [kept, setKept] = useState(nothing);
  const [isPicking, setPicking] = useState(false);
  const last = useRef<string | null>(null);
  useEffect(() => setKept(readKept(keep)), [keep]);
  const everything = kept.everything === filters;
  const chosen = new Set(everything ? [...kept.ids, ...pageIds] : kept.ids);
  const ids = keep ? [...chosen] : pageIds.filter((id) => chosen.has(id));

  function choose(next: Kept) {
    setKept(next);
    if (keep) sessionStorage.setItem(storageKey(keep), JSON.stringify(next));
  }
  function set(toChange: string[], on: boolean) {
    for (const id of toChange) on ? chosen.add(id) : chosen.delete(id);
    choose({ ids: [...chosen], everything: null });
  }
  return {
    ids,
    everything,
    has: (id: string) => chosen.has(id),
    all: pageIds.length > 0 && pageIds.every((id) => chosen.has(id)),
    some: pageIds.some((id) => chosen.has(id)),
    isPicking,
    setPicking,
    setEverything: () => choose({ ...kept, everything: filters }),
    setPage: (on: boolean) => set(pageIds, on),
    clear: () => choose(nothing),
    toggle: (id: string, on: boolean, stretch: boolean) => {
      const from = pageIds.indexOf(last.current ?? "");
      const to = pageIds.indexOf(id);
      last.current = id;
      set(stretch && from >= 0 ? pageIds.slice(Math.min(from, to), Math.max(from, to) + 1) : [id], on);
    },
  };
}

/** Once it was dealt with. */
export function forgetSelection(keep: string): void {
  sessionStorage.removeItem(storageKey(keep));
}

function readKept(keep: string | undefined): Kept {
  const text = keep && sessionStorage.getItem(storageKey(keep));
  return text ? (JSON.parse(text) as Kept) : nothing;
}

function storageKey(keep: string): string {
  return `selection-${keep}`;
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
          if (element) element.indeterminate = chosen.some && !chosen.all;
        }}
        onChange={(event) => chosen.setPage(event.target.checked)}
      />
    </label>
  );
}

export function SelectRowBox({ id, label, chosen }: { id: string; label: string; chosen: Chosen }) {
  return (
    <label>
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

/** On the phone the boxes come with a press, and then a card is chosen by pressing it anywhere. */
export function SelectionBar<Row>({ selection, chosen, pageSize }: SelectionBarProps<Row>) {
  const words = useWords(uiWords);
  const language = useLanguage();
  const { ids, everything, clear, isPicking, setPicking } = chosen;
  const { total = 0, more = false } = selection;
  const all = showCount({ total, more }, language);
  const isScripted = useScripted();
  return (
    <>
      {/* Seen once a press on it is heard; its place is kept. */}
      <span data-scripted-only className={`hidden phone:block ${isScripted ? "" : "invisible"}`}>
        <Button onPress={() => setPicking(!isPicking)}>{isPicking ? words.pickDone : words.pick}</Button>
      </span>
      {ids.length > 0 && (
        <div className="chosen-bar phone:[&_.actions_:is(a,button)]:px-2.5 phone:[&>button]:px-1 phone:[&_:is(a,button)]:text-table">
          <p aria-live="polite">{words.selected(everything ? all : showNumber(ids.length, language))}</p>
          {!everything && total > Math.max(pageSize, ids.length) && (
            <Button variant="quiet" onPress={chosen.setEverything}>
              {words.selectEverything(all)}
            </Button>
          )}
          <span className="actions">{selection.actions({ ids, everything, clear })}</span>
          <Button variant="quiet" onPress={clear}>
            {words.clearSelection}
          </Button>
        </div>
      )}
    </>
  );
}
