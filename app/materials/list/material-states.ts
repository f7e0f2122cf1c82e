/** What is said of a material's state wherever it stands in a list: one word for where it is, others for what one must know. */
import type { MaterialState } from "~/materials/material";
import { words } from "~/materials/words";
import type { Language } from "~/platform/words";
import type { Tone } from "~/ui/badge";

export interface StateMark {
  label: string;
  tone: Tone;
}

const tones: Record<MaterialState, Tone> = {
  draft: "neutral",
  in_review: "amber",
  approved: "blue",
  published: "green",
  withdrawn: "red",
};

export interface Marked {
  state: MaterialState;
  isWaiting?: boolean;
  isExpired?: boolean;
  isSuperseded?: boolean;
}

export function statesIn(
  { state, isWaiting, isExpired, isSuperseded }: Marked,
  language: Language,
): StateMark[] {
  const { states, expired, superseded } = words[language];
  return [
    { label: states[state], tone: tones[state] },
    // A new version of what is out already.
    ...(isWaiting && state !== "in_review" ? [{ label: states.in_review, tone: tones.in_review }] : []),
    ...(isSuperseded ? [{ label: superseded, tone: "amber" as const }] : []),
    ...(isExpired ? [{ label: expired, tone: "neutral" as const }] : []),
  ];
}
