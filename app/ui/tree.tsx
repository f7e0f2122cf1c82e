/** A tree to walk with the arrow keys; branches come from the server when they are opened, long ones in parts. */
import { useLocation } from "@remix-run/react";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { fold } from "~/platform/text";
import { useBranches } from "./tree-branches";
import { More, Node } from "./tree-items";
import { useLateFacts } from "./tree-late-facts";
import { emptyBranch, type MoreRow, type OpenTree, rowByLetters, stepFor, visibleRows } from "./tree-rows";

interface TreeProps {
  label: string;
  tree: OpenTree;
  /** Where a branch is asked for, from a place on; "" is the topmost one. It answers a `BranchPart`. */
  source: (of: string, from: number) => string;
  /** The page of a node. */
  href?: (id: string) => string;
  /** A page with all of a branch, for whoever has no scripts. */
  allOf?: (id: string) => string;
  /** A figure at the end of a row that comes after the tree, and what it counts; the source stays the same function. */
  late?: { source: (ids: string[]) => string; label: string };
}

/** Give it a new `key` when `tree` becomes another one (closed ones too). */
export function Tree({ label, tree, source, href, allOf, late }: TreeProps) {
  const { pathname } = useLocation();
  const { branches, open, bring, setFolded } = useBranches(tree, source);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const goal = useRef<string | null>(null);
  const typeAhead = useTypeAhead();
  const rows = useMemo(() => visibleRows(branches, open), [branches, open]);
  const ids = useMemo(() => rows.flatMap((row) => ("more" in row ? [] : [row.id])), [rows]);
  const facts = useLateFacts(ids, late?.source);
  const isHere =
    rows.find(({ id }) => id === chosen) ?? rows.find(({ id }) => href?.(id) === pathname) ?? rows[0];

  useEffect(() => {
    if (goal.current) itemOf(list.current, goal.current)?.focus();
    goal.current = null;
  });
  async function bringMore({ more: { of, from } }: MoreRow) {
    const held = branches.get(of) ?? emptyBranch;
    const part = await bring(of, from);
    const next = part && (from < held.from ? part.nodes.at(-1) : part.nodes[0])?.id;
    if (!next || !list.current?.contains(document.activeElement)) return;
    goal.current = next;
    setChosen(next);
  }
  function onKeyDown(event: KeyboardEvent) {
    const at = rows.findIndex(({ id }) => id === isHere?.id);
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const isLetter = event.key.length === 1 && event.key !== " ";
    const target = isLetter ? rowByLetters(typeAhead(event.key), rows, at) : undefined;
    const step = isLetter ? target !== undefined && { goTo: target } : stepFor(event.key, rows, at);
    if (!step) return event.key === "Enter" && itemOf(list.current, row.id)?.querySelector("a")?.click();
    event.preventDefault();
    if ("bring" in step) void bringMore(step.bring);
    else if ("setOpen" in step) setFolded(row.id, !step.setOpen);
    else itemOf(list.current, step.goTo)?.focus();
  }
  function onClick(event: MouseEvent<HTMLElement>) {
    const row = rows.find(({ id }) => id === idAt(event.target));
    if (row && "more" in row) {
      event.preventDefault();
      return void bringMore(row);
    }
    if (row && (event.target as Element).closest(".fold")) return setFolded(row.id, row.open);
  }
  return (
    <div
      ref={list}
      role="tree"
      aria-label={label}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={({ target }) => setChosen(idAt(target))}
      className="tree rounded-card border border-line bg-paper py-1.5"
    >
      {rows.map((row) =>
        "more" in row ? (
          <More key={row.id} row={row} isHere={row === isHere} href={allOf?.(row.more.of)} />
        ) : (
          <Node
            key={row.id}
            row={row}
            isHere={row === isHere}
            isPage={href?.(row.id) === pathname}
            href={href?.(row.id)}
            fact={facts.get(row.id)}
            factLabel={late?.label}
          />
        ),
      )}
    </div>
  );
}

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

function itemOf(list: HTMLElement | null, id: string) {
  return list?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`);
}

function idAt(target: EventTarget): string | null {
  return (target as Element).closest("[data-node]")?.getAttribute("data-node") ?? null;
}
