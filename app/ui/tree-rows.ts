/** What of a tree can be seen, row by row, and where each key leads. */
import { fold } from "~/platform/text";

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

export type Branch = TreeNode[] | "loading" | "failed";

export interface TreeRow extends TreeNode {
  level: number;
  setSize: number;
  position: number;
  open: boolean;
  /** An open branch that is not there yet. */
  waiting?: "loading" | "failed";
}

export function openAtFirst(nodes: TreeNode[]): string[] {
  return nodes.flatMap((node) => (node.isOpen ? [node.id, ...openAtFirst(node.children ?? [])] : []));
}

export function visibleRows(
  nodes: TreeNode[],
  open: ReadonlySet<string>,
  branches: ReadonlyMap<string, Branch>,
  level = 1,
): TreeRow[] {
  return nodes.flatMap((node, index) => {
    const isOpen = node.hasChildren && open.has(node.id);
    const branch = isOpen ? (node.children ?? branches.get(node.id)) : undefined;
    const waiting = typeof branch === "string" ? branch : undefined;
    const row = { ...node, level, setSize: nodes.length, position: index + 1, open: isOpen, waiting };
    return Array.isArray(branch) ? [row, ...visibleRows(branch, open, branches, level + 1)] : [row];
  });
}

/** What a key asks for at a row: to go to another, to open or close this one, or nothing. */
export type Step = { goTo: string } | { setOpen: boolean } | null;

export function stepFor(key: string, rows: TreeRow[], at: number): Step {
  const row = rows[at];
  if (!row) return null;
  const go = (target: TreeRow | undefined) => (target ? { goTo: target.id } : null);
  if (key === "ArrowDown") return go(rows[at + 1]);
  if (key === "ArrowUp") return go(rows[at - 1]);
  if (key === "Home") return go(rows[0]);
  if (key === "End") return go(rows.at(-1));
  if (key === " ") return row.hasChildren ? { setOpen: !row.open } : null;
  if (key === "ArrowRight") {
    if (row.hasChildren && !row.open) return { setOpen: true };
    return rows[at + 1]?.level === row.level + 1 ? go(rows[at + 1]) : null;
  }
  if (key === "ArrowLeft") {
    if (row.open) return { setOpen: false };
    return go(rows.slice(0, at).findLast(({ level }) => level < row.level));
  }
  return null;
}

/** The next row whose name begins with what was typed, without tone marks; one letter moves on, more may stay. */
export function rowByLetters(typed: string, rows: TreeRow[], at: number): string | undefined {
  const from = typed.length > 1 ? at : at + 1;
  return [...rows.slice(from), ...rows.slice(0, from)].find(({ label }) => fold(label).startsWith(typed))?.id;
}
