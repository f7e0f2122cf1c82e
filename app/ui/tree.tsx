/** A tree to walk with the arrow keys; branches come from the server when they are opened. */
import { Link, useLocation } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { fold } from "~/platform/text";
import { useWords } from "./language";
import { uiWords } from "./words";

export interface TreeNode {
  id: string;
  label: string;
  /** A second fact beside the name. */
  note?: string;
  to?: string;
  hasChildren: boolean;
  /** Given: no need to ask the server. */
  children?: TreeNode[];
  isOpen?: boolean;
}

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

interface Row extends TreeNode {
  level: number;
  setSize: number;
  position: number;
  open: boolean;
}

type Branch = TreeNode[] | "loading" | "failed";

/** Give it a new `key` when `nodes` become another tree (a search, a move). */
export function Tree<Answer>({ label, nodes, source, read, extra }: TreeProps<Answer>) {
  const words = useWords(uiWords);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(openAtFirst(nodes)));
  const [branches, setBranches] = useState<ReadonlyMap<string, Branch>>(new Map());
  const { pathname } = useLocation();
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const rows = visibleRows(nodes, open, branches);
  const [chosen, setHere] = useState<string | null>(null);
  const here = (rows.find(({ id }) => id === chosen) ?? rows.find(({ to }) => to === pathname) ?? rows[0])
    ?.id;

  function toggle(node: TreeNode, on = !open.has(node.id)) {
    const next = new Set(open);
    on ? next.add(node.id) : next.delete(node.id);
    setOpen(next);
    if (on && !node.children && branchState(branches.get(node.id)) !== "ready") void load(node.id);
  }
  async function load(id: string) {
    setBranches((now) => new Map(now).set(id, "loading"));
    const branch = await fetchBranch(source(id), read);
    setBranches((now) => new Map(now).set(id, branch));
  }
  function goTo(id: string | undefined) {
    if (id === undefined) return;
    setHere(id);
    list.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    const at = rows.findIndex(({ id }) => id === here);
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => goTo(rows[at + 1]?.id),
      ArrowUp: () => goTo(rows[at - 1]?.id),
      Home: () => goTo(rows[0]?.id),
      End: () => goTo(rows.at(-1)?.id),
      ArrowRight: () =>
        row.hasChildren && !row.open ? toggle(row, true) : row.open && goTo(rows[at + 1]?.id),
      ArrowLeft: () =>
        row.open
          ? toggle(row, false)
          : goTo(rows.slice(0, at).findLast(({ level }) => level < row.level)?.id),
      " ": () => row.hasChildren && toggle(row),
    };
    const move =
      moves[event.key] ?? (event.key.length === 1 ? () => goTo(typeAhead(event.key, at)) : undefined);
    if (!move) return;
    event.preventDefault();
    move();
  }
  function typeAhead(key: string, at: number): string | undefined {
    const now = Date.now();
    typed.current = {
      text: now - typed.current.at < 700 ? typed.current.text + fold(key) : fold(key),
      at: now,
    };
    const { text } = typed.current;
    const from = text.length > 1 ? at : at + 1;
    return [...rows.slice(from), ...rows.slice(0, from)].find((row) => fold(row.label).startsWith(text))?.id;
  }
  return (
    <div
      ref={list}
      role="tree"
      aria-label={label}
      onKeyDown={onKeyDown}
      className="rounded-card border border-line bg-paper py-1.5"
    >
      {rows.map((row) => (
        <TreeRow
          key={row.id}
          row={row}
          isHere={row.id === here}
          isShown={row.to === pathname}
          branch={row.open ? branches.get(row.id) : undefined}
          onToggle={() => {
            setHere(row.id);
            toggle(row);
          }}
          onRetry={() => void load(row.id)}
          extra={extra?.(row)}
          words={words}
        />
      ))}
    </div>
  );
}

interface TreeRowProps {
  row: Row;
  isHere: boolean;
  /** The page is this node's own. */
  isShown: boolean;
  branch?: Branch;
  onToggle: () => void;
  onRetry: () => void;
  extra?: ReactNode;
  words: { loading: string; branchFailed: string };
}

const indents = ["pl-1.5", "pl-7", "pl-12", "pl-17", "pl-22", "pl-27", "pl-32", "pl-37"];

function TreeRow({ row, isHere, isShown, branch, onToggle, onRetry, extra, words }: TreeRowProps) {
  const indent = indents[Math.min(row.level, indents.length) - 1];
  const state = branchState(branch);
  const looks = `flex min-h-control items-center gap-1 pr-3 hover:bg-hover -outline-offset-2 ${isShown ? "bg-accent-soft font-semibold text-accent" : ""} ${indent}`;
  const content = (
    <>
      <span
        className={`flex size-9 shrink-0 items-center justify-center text-soft ${row.hasChildren ? "" : "invisible"}`}
        onClick={(event) => {
          event.preventDefault();
          onToggle();
        }}
      >
        <ChevronRight aria-hidden size={18} className={row.open ? "rotate-90" : ""} />
      </span>
      <span className="min-w-0 flex-1 py-1.5">
        {row.label}
        {row.note && <span className="ml-2 text-caption text-soft">{row.note}</span>}
      </span>
      {extra}
    </>
  );
  const item = {
    role: "treeitem" as const,
    "data-node": row.id,
    tabIndex: isHere ? 0 : -1,
    "aria-current": isShown ? ("page" as const) : undefined,
    "aria-level": row.level,
    "aria-setsize": row.setSize,
    "aria-posinset": row.position,
    "aria-expanded": row.hasChildren ? row.open : undefined,
    className: looks,
  };
  return (
    <>
      {row.to ? (
        <Link to={row.to} {...item}>
          {content}
        </Link>
      ) : (
        <div {...item} onClick={row.hasChildren ? onToggle : undefined}>
          {content}
        </div>
      )}
      {state === "loading" && <p className={`py-2 text-table text-soft ${indent}`}>{words.loading}</p>}
      {state === "failed" && (
        <button
          type="button"
          onClick={onRetry}
          className={`block min-h-control text-table text-red underline ${indent}`}
        >
          {words.branchFailed}
        </button>
      )}
    </>
  );
}

function openAtFirst(nodes: TreeNode[]): string[] {
  return nodes.flatMap((node) => (node.isOpen ? [node.id, ...openAtFirst(node.children ?? [])] : []));
}

function visibleRows(
  nodes: TreeNode[],
  open: ReadonlySet<string>,
  branches: ReadonlyMap<string, Branch>,
  level = 1,
): Row[] {
  return nodes.flatMap((node, index) => {
    const isOpen = open.has(node.id);
    const row = { ...node, level, setSize: nodes.length, position: index + 1, open: isOpen };
    const branch = node.children ?? branches.get(node.id);
    return isOpen && Array.isArray(branch) ? [row, ...visibleRows(branch, open, branches, level + 1)] : [row];
  });
}

function branchState(branch: Branch | undefined) {
  return Array.isArray(branch) ? "ready" : branch;
}

async function fetchBranch<Answer>(url: string, read: (answer: Answer) => TreeNode[]): Promise<Branch> {
  const answer = await fetch(url, { headers: { Accept: "application/json" } }).catch(() => null);
  return answer?.ok ? read((await answer.json()) as Answer) : "failed";
}
