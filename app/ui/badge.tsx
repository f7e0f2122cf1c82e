/** A state in words, on its colour. */
import type { ReactNode } from "react";

export type Tone = "green" | "amber" | "blue" | "red" | "neutral";

const tones: Record<Tone, string> = {
  green: "bg-green-soft text-green",
  amber: "bg-amber-soft text-amber",
  blue: "bg-blue-soft text-blue",
  red: "bg-red-soft text-red",
  neutral: "bg-neutral-soft text-neutral",
};

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge ${tones[tone]}`}>{children}</span>;
}
