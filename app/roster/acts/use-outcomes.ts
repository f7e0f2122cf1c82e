/** What the server says would happen to each line of an act, asked again a moment after every change. */
import { useEffect, useState } from "react";
import { askAbout } from "~/ui/ask";
import { readDay } from "~/ui/typed-day";
import type { ActInput, LineInput, Outcome } from "./act";

/** By the line's key; those of the last answer stand until the next. */
export function useOutcomes(values: ActInput): ReadonlyMap<string, Outcome> {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const { decision: _, ...wishes } = values;
  const asked = JSON.stringify(wishes);
  useEffect(() => {
    const { lines, ...rest } = JSON.parse(asked) as Omit<ActInput, "decision">;
    const days = [rest.startsOn, rest.endsOn || rest.startsOn];
    if (lines.length === 0 || days.some((day) => readDay(day) !== day)) return;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await askAbout<{ outcomes: Outcome[] }>(
        "/roster/decisions/preview",
        { ...rest, lines },
        asking.signal,
      );
      // Without an answer the last one stands; the deed itself asks everything again.
      if (!answer || asking.signal.aborted) return;
      setOutcomes(new Map(answer.outcomes.map((outcome, at) => [keyOf(lines[at] as LineInput), outcome])));
    }, 250);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [asked]);
  return outcomes;
}

/** Of one person several appointments may be on the list. */
export function keyOf({ speakerId, appointmentId }: Pick<LineInput, "speakerId" | "appointmentId">): string {
  return `${speakerId} ${appointmentId ?? ""}`;
}
