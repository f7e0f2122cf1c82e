/** What the server finds for the letters typed into the palette. */
import { useEffect, useState } from "react";
import { ask } from "./ask";

export interface FoundEntry {
  kind: "person" | "unit" | "document" | "text";
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
      const url = `/palette?q=${encodeURIComponent(wanted)}`;
      const answer = await ask<{ entries: FoundEntry[] }>(url, asking.signal);
      // Without an answer the pages and actions are still there.
      if (!asking.signal.aborted) setAnswer({ found: answer?.entries ?? [], isSearching: false });
    }, 120);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [wanted]);
  return answer;
}
