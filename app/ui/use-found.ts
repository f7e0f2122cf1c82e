/** What the server finds for the letters typed into the palette. */
import { useEffect, useState } from "react";

export interface FoundEntry {
  kind: "person" | "unit";
  label: string;
  note?: string;
  to: string;
}

interface Found {
  found: FoundEntry[];
  isSearching: boolean;
}

const nothing: Found = { found: [], isSearching: false };

export function useFound(typed: string): Found {
  const [answer, setAnswer] = useState(nothing);
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted.length < 2) return setAnswer(nothing);
    setAnswer(({ found }) => ({ found, isSearching: true }));
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const found = await ask(wanted, asking.signal);
      if (!asking.signal.aborted) setAnswer({ found, isSearching: false });
    }, 120);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [wanted]);
  return answer;
}

/** Without the server (or its answer) the pages and actions are still there: nothing found. */
async function ask(wanted: string, signal: AbortSignal): Promise<FoundEntry[]> {
  const answer = await fetch(`/palette?q=${encodeURIComponent(wanted)}`, { signal }).catch(() => null);
  if (!answer?.ok) return [];
  return ((await answer.json()) as { entries: FoundEntry[] }).entries;
}
