/** One timeline of a person, to which every feature adds what it knows; routes put the sources together. */
import type { Actor } from "~/platform/actor";
import type { Day } from "~/platform/clock";
import type { Phrase } from "~/platform/words";

export interface TimelineEvent {
  /** "appointment": one of the kinds that its source names. */
  kind: string;
  day: Day;
  /** What happened, in the reader's language. */
  text: string;
  /** Smaller beneath it: by which decision, for what reason. */
  note?: string;
  /** The page that tells more. */
  to?: string;
}

/** What one feature knows of a person's life here. */
export interface TimelineSource {
  /** What its kinds are called. */
  kinds: Record<string, Phrase>;
  /** In any order; the caller has made sure that the actor may see the person. */
  list(actor: Actor, speakerId: string): Promise<TimelineEvent[]>;
}

export interface Timeline {
  /** What is to come, the nearest last; then what was, the newest first; by year. */
  years: { year: string; events: TimelineEvent[] }[];
  kinds: { kind: string; label: string; count: number }[];
  total: number;
}

/** All sources together, newest first, of one kind or of all. */
export async function readTimeline(
  actor: Actor,
  speakerId: string,
  sources: TimelineSource[],
  kind: string | null,
): Promise<Timeline> {
  const all = (await Promise.all(sources.map(({ list }) => list(actor, speakerId)))).flat();
  const labels = sources.flatMap(({ kinds }) => Object.entries(kinds));
  const kinds = labels
    .map(([kind, label]) => ({
      kind,
      label: label[actor.language],
      count: all.filter((event) => event.kind === kind).length,
    }))
    .filter(({ count }) => count > 0);
  const wanted = all
    .filter((event) => !kind || event.kind === kind)
    .sort((a, b) => b.day.localeCompare(a.day));
  const years = new Map<string, TimelineEvent[]>();
  for (const event of wanted) {
    const year = event.day.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), event]);
  }
  return { years: [...years].map(([year, events]) => ({ year, events })), kinds, total: all.length };
}
