/** Small changes that need no form: sent one after another, kept on this device until the server has them. */
import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";

export type OutboxTrouble = { kind: "offline" | "signIn" } | { kind: "refused"; why: string } | null;

interface OutboxOptions<Change, Answer> {
  /** Where each goes, as JSON. */
  action: string;
  /** The key under which what waits stays on this device. */
  store: string;
  /** What a later change makes pointless: both are about the same. */
  isSame: (one: Change, other: Change) => boolean;
  onSent: (change: Change, answer: Answer) => void;
}

/** Tries again this long after the network failed. */
const pause = 4_000;

export function useOutbox<Change, Answer>({ action, store, isSame, onSent }: OutboxOptions<Change, Answer>) {
  const { revalidate } = useRevalidator();
  const queue = useRef<Change[]>([]);
  const busy = useRef(false);
  const sent = useRef(onSent);
  sent.current = onSent;
  const [waiting, setWaiting] = useState<Change[]>([]);
  const [trouble, setTrouble] = useState<OutboxTrouble>(null);

  const keep = useCallback(
    (next: Change[]) => {
      queue.current = next;
      setWaiting(next);
      if (next.length > 0) localStorage.setItem(store, JSON.stringify(next));
      else localStorage.removeItem(store);
    },
    [store],
  );

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    for (let first = queue.current[0]; first !== undefined; first = queue.current[0]) {
      const change = first;
      const answer = await fetch(action, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify(change),
      }).catch(() => null);
      const stuck = !answer || answer.status >= 500 ? "offline" : answer.status === 401 ? "signIn" : null;
      if (!answer || stuck) {
        setTrouble({ kind: stuck ?? "offline" });
        break;
      }
      keep(queue.current.filter((one) => one !== change));
      if (answer.ok) {
        setTrouble(null);
        sent.current(change, (await answer.json()) as Answer);
      } else {
        setTrouble({ kind: "refused", why: whyNot(await answer.json().catch(() => null), answer.status) });
        revalidate();
      }
    }
    busy.current = false;
  }, [action, keep, revalidate]);

  // What was left here when the page was closed is sent now.
  useEffect(() => {
    const left = readLeft<Change>(localStorage.getItem(store));
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

  function put(change: Change) {
    keep([...queue.current.filter((one) => !isSame(one, change)), change]);
    void send();
  }
  return { put, waiting, trouble };
}

function whyNot(said: { errors?: Record<string, string> } | null, status: number): string {
  return Object.values(said?.errors ?? {})[0] ?? String(status);
}

function readLeft<Change>(stored: string | null): Change[] {
  try {
    return stored ? (JSON.parse(stored) as Change[]) : [];
  } catch {
    // Not written by us: nothing of ours is lost.
    return [];
  }
}
