/** The branches of a tree in the browser: which are there, which are open, and asking for more. */
import { useEffect, useRef, useState } from "react";
import { ask } from "./ask";
import { type Branch, type BranchPart, emptyBranch, joined, type OpenTree } from "./tree-rows";

/** `given` anew (something was changed) renews what is open; what the person opened stays open. */
export function useBranches(given: OpenTree, source: (of: string, from: number) => string) {
  const [branches, setBranches] = useState<ReadonlyMap<string, Branch>>(() => new Map(Object.entries(given)));
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(Object.keys(given)));
  const put = (of: string, change: (branch: Branch) => Branch) =>
    setBranches((now) => new Map(now).set(of, change(now.get(of) ?? emptyBranch)));

  async function bring(of: string, from: number): Promise<BranchPart | null> {
    put(of, (branch) => ({ ...branch, waiting: { from, failed: false } }));
    const part = await ask<BranchPart>(source(of, from));
    put(of, (branch) => (part ? joined(branch, part) : { ...branch, waiting: { from, failed: true } }));
    return part;
  }
  function setFolded(id: string, folded: boolean) {
    setOpen((now) => new Set(folded ? [...now].filter((one) => one !== id) : [...now, id]));
    if (!folded && !branches.get(id)?.nodes.length) void bring(id, 0);
  }

  const last = useRef(given);
  useEffect(() => {
    if (last.current === given) return;
    last.current = given;
    setBranches(new Map(Object.entries(given)));
    setOpen((now) => new Set([...now, ...Object.keys(given)]));
    for (const id of open) if (!(id in given)) void bring(id, 0);
  });
  return { branches, open, bring, setFolded };
}
