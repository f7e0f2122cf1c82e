/** Marks that need no form: shown at once, whatever the network does. */
import { useEffect, useState } from "react";
import { useOutbox } from "~/ui/use-outbox";
import type { Entry } from "./entries.server";
import type { Marked } from "./marks.server";

interface QuickMark {
  entryId: string;
  verdict: "keep" | "none";
}

/** `entries`: as the server last told them; its word ends every guess made here. */
export function useMarks(listId: string, entries: Entry[], known: Marked) {
  const [told, setTold] = useState<ReadonlyMap<string, QuickMark["verdict"]>>(new Map());
  const [counts, setCounts] = useState<Marked | null>(null);
  const { put, waiting, trouble } = useOutbox<QuickMark, Marked>({
    action: `/roster/reviews/lists/${listId}/marks`,
    store: `review-marks-${listId}`,
    isSame: (one, other) => one.entryId === other.entryId,
    onSent: ({ entryId, verdict }, answer) => {
      setTold((before) => new Map(before).set(entryId, verdict));
      setCounts(answer);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new entries are the server's word
  useEffect(() => {
    setTold(new Map());
    setCounts(null);
  }, [entries]);

  const guessed = new Map([...told, ...waiting.map(({ entryId, verdict }) => [entryId, verdict] as const)]);
  return {
    mark: (entryId: string, verdict: QuickMark["verdict"]) => put({ entryId, verdict }),
    verdictOf({ id, verdict }: Entry): Entry["verdict"] {
      const guess = guessed.get(id);
      return guess === undefined ? verdict : guess === "none" ? null : guess;
    },
    waiting: waiting.length,
    trouble,
    ...(counts ?? known),
  };
}
