/** What the server offers for the letters typed so far; older answers never overtake newer ones. */
import { useEffect, useState } from "react";
import { ask } from "~/ui/ask";
import type { Choice } from "./combobox";

type State = "searching" | "ready" | "failed";

interface Found {
  choices: Choice[];
  state: State;
  /** What they answer: while somebody types on, those of the letters before still stand. */
  to: string | null;
}

/** `typed` null: the box is closed, nothing is asked. */
export function useChoices(source: string, typed: string | null): Found {
  const [answer, setAnswer] = useState<Found>({ choices: [], state: "searching", to: null });
  useEffect(() => {
    if (typed === null) return;
    const asking = new AbortController();
    const timer = setTimeout(
      async () => {
        const url = `${source}${source.includes("?") ? "&" : "?"}q=${encodeURIComponent(typed)}`;
        const given = await ask<{ choices: Choice[] }>(url, asking.signal);
        if (asking.signal.aborted) return;
        setAnswer(
          given
            ? { choices: given.choices, state: "ready", to: typed }
            : { choices: [], state: "failed", to: typed },
        );
      },
      typed ? 120 : 0,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [source, typed]);
  return answer;
}
