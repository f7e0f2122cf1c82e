/** The progress of a review as a sheet: the units, filters and order that the list shows. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { showMoment, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import type { SheetOptions } from "~/platform/sheet-writer.server";
import { type ListedUnit, listProgressInFull } from "./progress.server";
import type { ProgressQuery } from "./progress-query";
import { percentOf, progressOf } from "./review-state";
import type { ReviewRecord } from "./reviews.server";
import { words as reviewWords } from "./words";

/** The audit line is written first: from then on the list counts as handed out. */
export async function exportProgress(
  actor: Actor,
  review: ReviewRecord,
  query: ProgressQuery,
): Promise<SheetOptions<ListedUnit>> {
  const { progress: words } = reviewWords[actor.language];
  const rows = await listProgressInFull(actor, review, query);
  await audit(db, actor, "review.exported", {
    ...{ kind: "review", id: review.id, title: review.name, unitId: review.unitId },
    after: { units: rows.length },
  });
  return {
    name: `${words.export} ${today()}`,
    title: words.export,
    columns: [
      { label: words.unit, width: 44, value: ({ name }) => name },
      { label: words.state, width: 18, value: (unit) => words.states[progressOf(unit)] },
      { label: `${words.percent} (%)`, width: 12, value: percentOf },
      { label: words.left, width: 10, value: ({ listed, marked }) => listed - marked },
      {
        label: words.submitted,
        width: 18,
        value: ({ submittedAt }) => submittedAt && showMoment(submittedAt),
      },
      { label: words.reminded, width: 18, value: ({ remindedAt }) => remindedAt && showMoment(remindedAt) },
    ],
    rows,
  };
}
