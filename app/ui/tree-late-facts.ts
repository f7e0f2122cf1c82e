/** Facts that may come after a tree stands: asked for once for each node in sight, many at a time. */
import { useEffect, useRef, useState } from "react";
import { ask } from "./ask";

/** So many ids keep the address short enough for any proxy. */
const most = 100;

/** `source` answers `{ facts: { [id]: text } }`; without it, or where nothing comes, there are none. */
export function useLateFacts(ids: string[], source?: (ids: string[]) => string): ReadonlyMap<string, string> {
  const [facts, setFacts] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const missing = source ? ids.filter((id) => !asked.current.has(id)) : [];
    for (let start = 0; start < missing.length; start += most) {
      const some = missing.slice(start, start + most);
      for (const id of some) asked.current.add(id);
      void ask<{ facts: Record<string, string> }>(source?.(some) ?? "").then((answer) => {
        if (answer) setFacts((now) => new Map([...now, ...Object.entries(answer.facts)]));
      });
    }
  }, [ids, source]);
  return facts;
}
