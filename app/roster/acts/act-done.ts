/** How an act that was carried out, or enqueued, is told: where to go on, what to say, how to take it back. */
import type { Phrase } from "~/platform/words";
import { actWords } from "./act-words";
import type { Done } from "./acts.server";

export function pathOfDecision({ decisionId }: Done): string {
  return `/roster/decisions/${decisionId}`;
}

export function phraseOfDone({ people, changeSetId }: Done): Phrase {
  return changeSetId ? actWords.doneNow(people) : actWords.doneLater(people);
}

export function undoOf({ decisionId, changeSetId }: Done): string | undefined {
  return changeSetId ? `/roster/decisions/${decisionId}/acts/${changeSetId}/withdrawal` : undefined;
}
