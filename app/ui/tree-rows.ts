/** What of a tree can be seen, row by row, and where each key leads. */
import { fold } from "~/platform/text";

export interface TreeNode {
  id: string;
  label: string;
  /** A second fact beside the name. */
  note?: string;
  hasChildren?: boolean;
}

/** Neighbours in one branch: from a place on (the first is 0), of so many in all. */
export interface BranchPart {
  nodes: TreeNode[];
  from: number;
  total: number;
}

export interface Branch extends BranchPart {
  /** What was asked for and is not there, or did not come. */
  waiting?: { from: number; failed: boolean };
}

/** The topmost branch; every other one has the id of the node it stands under. */
export const top = "";

/** What stands open at first, by branch. */
export type OpenTree = Record<string, BranchPart>;

export interface NodeRow extends TreeNode {
  level: number;
  setSize: number;
  position: number;
  open: boolean;
}

/** Stands for the nodes before or after those that are there. */
export interface MoreRow {
  id: string;
  level: number;
  more: { of: string; from: number; count: number };
  state: "ready" | "loading" | "failed";
}

export type TreeRow = NodeRow | MoreRow;

/** As many as one press brings. */
export const partSize = 200;

export const emptyBranch: Branch = { nodes: [], from: 0, total: 0 };

export function visibleRows(
  branches: ReadonlyMap<string, Branch>,
  open: ReadonlySet<string>,
  of = top,
  level = 1,
): TreeRow[] {
  const branch = branches.get(of) ?? emptyBranch;
  const { nodes, from, total, waiting } = branch;
  const end = from + nodes.length;
  const rows = nodes.flatMap((node, index): TreeRow[] => {
    const isOpen = node.hasChildren === true && open.has(node.id);
    const row = { ...node, level, setSize: total, position: from + index + 1, open: isOpen };
    return isOpen ? [row, ...visibleRows(branches, open, node.id, level + 1)] : [row];
  });
  const moreFrom = (from: number, count: number): MoreRow => ({
    id: `${of}@${from}`,
    level,
    more: { of, from, count },
    state: waiting?.from === from ? (waiting.failed ? "failed" : "loading") : "ready",
  });
  const before = Math.max(0, from - partSize);
  return [
    ...(from > 0 ? [moreFrom(before, from - before)] : []),
    ...rows,
    ...(end < total || waiting?.from === end ? [moreFrom(end, Math.min(partSize, total - end))] : []),
  ];
}

/** The branch with a part that stands right before or after what is there. */
export function joined(branch: Branch, part: BranchPart): Branch {
  const held = new Set(branch.nodes.map(({ id }) => id));
  const fresh = part.nodes.filter(({ id }) => !held.has(id));
  if (held.size === 0 || part.from >= branch.from) {
    const from = held.size === 0 ? part.from : branch.from;
    return { nodes: [...branch.nodes, ...fresh], from, total: part.total };
  }
  return { nodes: [...fresh, ...branch.nodes], from: part.from, total: part.total };
}

/** What a key asks for at a row: to go to another, to open or close this one, to bring more, or nothing. */
export type Step = { goTo: string } | { setOpen: boolean } | { bring: MoreRow } | null;

export function stepFor(key: string, rows: TreeRow[], at: number): Step {
  const row = rows[at];
  if (!row) return null;
  const go = (target: TreeRow | undefined) => (target ? { goTo: target.id } : null);
  if (key === "ArrowDown") return go(rows[at + 1]);
  if (key === "ArrowUp") return go(rows[at - 1]);
  if (key === "Home") return go(rows[0]);
  if (key === "End") return go(rows.at(-1));
  const above = () => go(rows.slice(0, at).findLast(({ level }) => level < row.level));
  if ("more" in row) {
    if (key === "ArrowLeft") return above();
    return key === " " || key === "Enter" ? { bring: row } : null;
  }
  if (key === " ") return row.hasChildren ? { setOpen: !row.open } : null;
  if (key === "ArrowRight") {
    if (row.hasChildren && !row.open) return { setOpen: true };
    return rows[at + 1]?.level === row.level + 1 ? go(rows[at + 1]) : null;
  }
  if (key === "ArrowLeft") return row.open ? { setOpen: false } : above();
  return null;
}

/** The next row whose name begins with what was typed, without tone marks; one letter moves on, more may stay. */
export function rowByLetters(typed: string, rows: TreeRow[], at: number): string | undefined {
  const from = typed.length > 1 ? at : at + 1;
  const names = [...rows.slice(from), ...rows.slice(0, from)].filter((row) => "label" in row);
  return names.find(({ label }) => fold(label).startsWith(typed))?.id;
}
