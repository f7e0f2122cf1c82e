/** Readers of a large audience, counted once for all who look within the next moments; of a small one each time. */
import type { Actor } from "~/platform/actor";
import { keepAnswers } from "~/platform/kept-answers.server";

const kept = keepAnswers({ times: 20, longest: 60_000 });
/** People; fewer are counted at once. */
const large = 1_000;

interface Counting<T> {
  actor: Actor;
  /** What is asked of the version, and how. */
  key: unknown;
  count: () => Promise<T>;
  peopleOf: (answer: T) => number;
}

/** The answer, and since when it is so (ISO; null: of this moment). */
export async function countReaders<T>(versionId: string, { actor, key, count, peopleOf }: Counting<T>) {
  const reach = actor.reach === "everywhere" ? actor.reach : [...actor.reach].sort();
  const asked = JSON.stringify([reach, key]);
  const { answer, since } = await kept.ask(versionId, asked, count, (found) => peopleOf(found) >= large);
  return { answer, since: since?.toISOString() ?? null };
}

/** Whoever changed what is counted sees it. Call it after the commit. */
export function forgetCounted(versionId: string): void {
  kept.forget(versionId);
}
