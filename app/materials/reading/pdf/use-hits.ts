/** Where a text stands in the file: asked of the server, which has its words, so that the whole PDF need not travel. */
import { useEffect, useRef, useState } from "react";
import { ask } from "~/ui/ask";

export interface Hit {
  page: number;
  /** The how many-th on its page, from 0. */
  at: number;
}

interface Answer {
  marks: string[];
  pages: { page: number; count: number }[];
}

/** The first hit that is shown is the nearest from the page that is read. */
export function useHits(address: string, sought: string, from: number) {
  const [hits, setHits] = useState<Hit[] | null>([]);
  const [marks, setMarks] = useState<string[]>([]);
  const here = useRef(from);
  here.current = from;
  const [at, setAt] = useState(0);
  useEffect(() => {
    setMarks([]);
    if (sought.trim().length < 2) return setHits([]);
    setHits(null);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q: sought });
      const answer = await ask<Answer>(`${address}?${query}`, stop.signal);
      if (stop.signal.aborted) return;
      const all = (answer?.pages ?? []).flatMap(({ page, count }) =>
        Array.from({ length: count }, (_, at) => ({ page, at })),
      );
      const nearest = all.findIndex(({ page }) => page >= here.current);
      setAt(Math.max(0, nearest));
      setMarks(answer?.marks ?? []);
      setHits(all);
    }, 300);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, sought]);
  const count = hits?.length ?? 0;
  const step = (by: number) => setAt((at) => (count ? (at + by + count) % count : 0));
  return { isSearching: hits === null, marks, count, at, hit: hits?.[at] ?? null, step };
}
