/** What the server offers for the letters typed so far; older answers never overtake newer ones. */
import { useEffect, useState } from "react";
import { ask } from "~/ui/ask";
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
      async () => {
        const url = `${source}${source.includes("?") ? "&" : "?"}q=${encodeURIComponent(typed)}`;
        const given = await ask<{ choices: Choice[] }>(url, asking.signal);
        if (asking.signal.aborted) return;
        setAnswer(given ? { choices: given.choices, state: "ready" } : { choices: [], state: "failed" });
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
