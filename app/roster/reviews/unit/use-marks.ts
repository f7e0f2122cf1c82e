/** Marks that need no form: shown at once, sent one after another, kept on this device until the server has them. */
import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Entry } from "./entries.server";
import type { Marked } from "./marks.server";

interface Pending {
  entryId: string;
  verdict: "keep" | "none";
}

type Trouble = { kind: "offline" | "signIn" } | { kind: "refused"; why: string } | null;

/** Tries again this long after the network failed. */
const pause = 4_000;

/** `entries`: as the server last told them; its word ends every guess made here. */
export function useMarks(listId: string, entries: Entry[], known: Marked) {
  const store = `review-marks-${listId}`;
  const { revalidate } = useRevalidator();
  const queue = useRef<Pending[]>([]);
  const busy = useRef(false);
  const [pending, setPending] = useState<Pending[]>([]);
  const [told, setTold] = useState<ReadonlyMap<string, Pending["verdict"]>>(new Map());
  const [counts, setCounts] = useState<Marked | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);

  const keep = useCallback(
    (next: Pending[]) => {
      queue.current = next;
      setPending(next);
      if (next.length > 0) localStorage.setItem(store, JSON.stringify(next));
      else localStorage.removeItem(store);
    },
    [store],
  );

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    for (let first = queue.current[0]; first; first = queue.current[0]) {
      const answer = await fetch(`/roster/reviews/lists/${listId}/marks`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify(first),
      }).catch(() => null);
      if (answer?.status === 401) {
        setTrouble({ kind: "signIn" });
        break;
      }
      if (!answer || answer.status >= 500) {
        setTrouble({ kind: "offline" });
        break;
      }
      const sent = first;
      keep(queue.current.filter((one) => one !== sent));
      if (answer.ok) {
        setTrouble(null);
        setTold((before) => new Map(before).set(sent.entryId, sent.verdict));
        setCounts((await answer.json()) as Marked);
      } else {
        setTrouble({ kind: "refused", why: await whyNot(answer) });
        revalidate();
      }
    }
    busy.current = false;
  }, [listId, keep, revalidate]);

  // What was left here when the page was closed is sent now.
  useEffect(() => {
    const left = readLeft(localStorage.getItem(store));
    if (left.length > 0) {
      keep(left);
      void send();
    }
    const again = setInterval(() => queue.current.length > 0 && void send(), pause);
    const online = () => void send();
    window.addEventListener("online", online);
    return () => {
      clearInterval(again);
      window.removeEventListener("online", online);
    };
  }, [store, keep, send]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new entries are the server's word
  useEffect(() => {
    setTold(new Map());
    setCounts(null);
  }, [entries]);

  function mark(entryId: string, verdict: Pending["verdict"]) {
    keep([...queue.current.filter((one) => one.entryId !== entryId), { entryId, verdict }]);
    void send();
  }
  const guessed = new Map([...told, ...pending.map(({ entryId, verdict }) => [entryId, verdict] as const)]);
  const verdictOf = ({ id, verdict }: Entry): Entry["verdict"] => {
    const guess = guessed.get(id);
    return guess === undefined ? verdict : guess === "none" ? null : guess;
  };
  return { mark, verdictOf, waiting: pending.length, trouble, ...(counts ?? known) };
}

async function whyNot(answer: Response): Promise<string> {
  const said = (await answer.json().catch(() => null)) as { errors?: Record<string, string> } | null;
  return Object.values(said?.errors ?? {})[0] ?? String(answer.status);
}

function readLeft(stored: string | null): Pending[] {
  try {
    return stored ? (JSON.parse(stored) as Pending[]) : [];
  } catch {
    // Somebody else's doing: nothing of ours is lost.
    return [];
  }
}
