/** A tree to walk with the arrow keys; branches come from the server when they are opened. */
import { Link, useLocation } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, memo, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { fold } from "~/platform/text";
import { ask } from "./ask";
import { useWords } from "./language";
import {
  type Branch,
  openAtFirst,
  rowByLetters,
  stepFor,
  type TreeNode,
  type TreeRow,
  visibleRows,
} from "./tree-rows";
import { uiWords } from "./words";

export type { TreeNode };

interface TreeProps<Answer> {
  label: string;
  nodes: TreeNode[];
  /** Where a branch is asked for. */
  source: (id: string) => string;
  /** The nodes in what the server answers. */
  read: (answer: Answer) => TreeNode[];
  /** What stands after the name: a state, a count. */
  extra?: (node: TreeNode) => ReactNode;
}

/** Give it a new `key` when `nodes` become another tree (a search, a move). */
export function Tree<Answer>({ label, nodes, source, read, extra }: TreeProps<Answer>) {
  const { pathname } = useLocation();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(openAtFirst(nodes)));
  const [branches, setBranches] = useState<ReadonlyMap<string, Branch>>(new Map());
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const typeAhead = useTypeAhead();
  const rows = useMemo(() => visibleRows(nodes, open, branches), [nodes, open, branches]);
  const isHere = rows.find(({ id }) => id === chosen) ?? rows.find(({ to }) => to === pathname) ?? rows[0];

  async function load(id: string) {
    setBranches((now) => new Map(now).set(id, "loading"));
    const answer = await ask<Answer>(source(id));
    setBranches((now) => new Map(now).set(id, answer ? read(answer) : "failed"));
  }
  function unfold(row: TreeRow, on: boolean) {
    setOpen((now) => new Set(on ? [...now, row.id] : [...now].filter((id) => id !== row.id)));
    if (on && !row.children && !Array.isArray(branches.get(row.id))) void load(row.id);
  }
  function onKeyDown(event: KeyboardEvent) {
    const at = rows.findIndex(({ id }) => id === isHere?.id);
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") return itemOf(list.current, row.id)?.querySelector("a")?.click();
    const isLetter = event.key.length === 1 && event.key !== " ";
    const target = isLetter ? rowByLetters(typeAhead(event.key), rows, at) : undefined;
    const step = isLetter ? target !== undefined && { goTo: target } : stepFor(event.key, rows, at);
    if (!step) return;
    event.preventDefault();
    if ("setOpen" in step) unfold(row, step.setOpen);
    else itemOf(list.current, step.goTo)?.focus();
  }
  const unfoldNow = useLatest(unfold);
  return (
    <div
      ref={list}
      role="tree"
      aria-label={label}
      onKeyDown={onKeyDown}
      className="rounded-card border border-line bg-paper py-1.5"
    >
      {rows.map((row) => (
        <Item
          key={row.id}
          row={row}
          isHere={row === isHere}
          isPage={row.to === pathname}
          onFocus={setChosen}
          onFold={unfoldNow}
          extra={extra}
        />
      ))}
    </div>
  );
}

interface ItemProps {
  row: TreeRow;
  isHere: boolean;
  /** The page in front is this node's. */
  isPage: boolean;
  onFocus: (id: string) => void;
  onFold: (row: TreeRow, on: boolean) => void;
  extra?: (node: TreeNode) => ReactNode;
}

const indents = ["pl-1.5", "pl-7", "pl-12", "pl-17", "pl-22", "pl-27", "pl-32", "pl-37"];

const Item = memo(function Item({ row, isHere, isPage, onFocus, onFold, extra }: ItemProps) {
  const words = useWords(uiWords);
  const indent = indents[Math.min(row.level, indents.length) - 1];
  const name = (
    <>
      {row.label}
      {row.note && <span className="ml-1 text-caption text-soft"> {row.note}</span>}
    </>
  );
  return (
    <>
      <div
        role="treeitem"
        data-node={row.id}
        tabIndex={isHere ? 0 : -1}
        aria-level={row.level}
        aria-setsize={row.setSize}
        aria-posinset={row.position}
        aria-expanded={row.hasChildren ? row.open : undefined}
        aria-current={isPage ? "page" : undefined}
        onFocus={() => onFocus(row.id)}
        className={`flex items-center gap-1 pr-3 -outline-offset-2 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-semibold ${indent}`}
      >
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => onFold(row, !row.open)}
          className={`flex size-11 shrink-0 items-center justify-center text-soft hover:text-ink ${row.hasChildren ? "" : "invisible"}`}
        >
          <ChevronRight size={18} className={row.open ? "rotate-90" : ""} />
        </button>
        {row.to ? (
          <Link to={row.to} tabIndex={-1} className="flex min-h-control min-w-0 flex-1 items-center py-1.5">
            <span>{name}</span>
          </Link>
        ) : (
          <span className="min-w-0 flex-1 py-1.5">{name}</span>
        )}
        {extra?.(row)}
      </div>
      {row.waiting === "loading" && (
        <p className={`py-2.5 text-table text-soft ${indent}`}>{words.loading}</p>
      )}
      {row.waiting === "failed" && (
        <button
          type="button"
          onClick={() => onFold(row, true)}
          className={`block min-h-control text-left text-table text-red underline ${indent}`}
        >
          {words.branchFailed}
        </button>
      )}
    </>
  );
});

/** Letters typed within a moment of each other are one word. */
function useTypeAhead() {
  const typed = useRef({ text: "", at: 0 });
  return (key: string) => {
    const now = Date.now();
    const before = now - typed.current.at < 700 ? typed.current.text : "";
    typed.current = { text: before + fold(key), at: now };
    return typed.current.text;
  };
}

/** One function for the life of the part, so that rows which did not change are not drawn again. */
function useLatest<A extends unknown[]>(work: (...given: A) => void) {
  const latest = useRef(work);
  latest.current = work;
  return useCallback((...given: A) => latest.current(...given), []);
}

function itemOf(list: HTMLElement | null, id: string) {
  return list?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`);
}
