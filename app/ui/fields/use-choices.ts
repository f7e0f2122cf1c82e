/** What the server offers for the letters typed so far; older answers never overtake newer ones. */
import { useEffect, useState } from "react";
import type { Choice } from "./combobox";

type State = "searching" | "ready" | "failed";

/** `typed` null: the box is closed, nothing is asked. */
export function useChoices(source: string, typed: string | null): { choices: Choice[]; state: State } {
  const [answer, setAnswer] = useState<{ choices: Choice[]; state: State }>({
    choices: [],
    state: "searching",
  });
  useEffect(() => {
    if (typed === null) return;
    const asking = new AbortController();
    const timer = setTimeout(
      () => ask(source, typed, asking.signal).then(setAnswer, onlyIfAborted(asking.signal)),
      typed ? 120 : 0,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [source, typed]);
  return answer;
}

async function ask(
  source: string,
  typed: string,
  signal: AbortSignal,
): Promise<{ choices: Choice[]; state: State }> {
  const query = `${source}${source.includes("?") ? "&" : "?"}q=${encodeURIComponent(typed)}`;
  const answer = await fetch(query, { signal, headers: { Accept: "application/json" } }).catch(
    (error: unknown) => {
      if (signal.aborted) throw error;
      return null;
    },
  );
  if (!answer?.ok) return { choices: [], state: "failed" };
  const { choices } = (await answer.json()) as { choices: Choice[] };
  return { choices, state: "ready" };
}

function onlyIfAborted(signal: AbortSignal) {
  return (error: unknown) => {
    if (!signal.aborted) throw error;
  };
}
