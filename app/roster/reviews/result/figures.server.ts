/** The figures of a review: who was on the lists when it was opened, and who is once it is done, by unit and in all. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Day, today } from "~/platform/clock";
import { ask, db } from "~/platform/db.server";
import { keepAnswers } from "~/platform/kept-answers.server";
import { Prisma } from "~/platform/prisma/client";
import type { SheetOptions } from "~/platform/sheet-writer.server";
import type { ReviewRecord } from "~/roster/reviews/reviews.server";
import { amongSql, amongUnitsSql } from "~/units/index.server";
import { type FiguresQuery, figuresPageSize, metrics, type UnitFigures } from "./figures";
import { readFigures } from "./figures-count.server";
import { resultWords } from "./result-words";

const { sql } = Prisma;

/** The day for which ages and training are counted. */
export function dayOfFigures({ closedOn }: ReviewRecord): Day {
  return closedOn ?? today();
}

/**
 * Kept at most a minute: the whole country costs a second. Of a closed review no longer than of one that runs, for its
 * people go on changing, and so do its entries when it is taken into the roster.
 */
const kept = keepAnswers({ times: 20, longest: 60_000 });

/** After each change to the entries of a review, once it is committed: one's own change is always counted. */
export function forgetFigures(reviewId: string): void {
  kept.forget(reviewId);
}

/** The total, and the units of the page by name, within the actor's units; since when it is so, if not of this moment. */
export async function countFigures(actor: Actor, review: ReviewRecord, { unit, page }: FiguresQuery) {
  const day = dayOfFigures(review);
  const key = [actor.reach, unit, day].join(" ");
  const { answer: lists } = await kept.ask(review.id, `${key} lists`, () => listUnits(actor, review, unit));
  const ofPage = lists.slice((page - 1) * figuresPageSize, page * figuresPageSize);
  const [all, units] = await Promise.all([
    kept.ask(review.id, key, () => readFigures(review, lists, { day, byUnit: false })),
    kept.ask(review.id, `${key} ${page}`, () => readFigures(review, ofPage, { day, byUnit: true })),
  ]);
  return {
    ...{ all: all.answer[0]?.figures, units: units.answer, total: lists.length },
    since: (all.since ?? units.since)?.toISOString() ?? null,
  };
}

/** Those that have a list, by name. */
async function listUnits(actor: Actor, { id }: ReviewRecord, unit: string | null): Promise<string[]> {
  const rows = await ask<{ id: string }>(sql`
    SELECT ru.unit_id::text AS id FROM review_unit ru JOIN unit u ON u.id = ru.unit_id
    WHERE ru.review_id = ${id}::uuid AND ${amongSql(actor, sql`ru.unit_id`)}
      ${unit ? sql`AND ${amongUnitsSql([unit], sql`ru.unit_id`)}` : Prisma.empty}
    ORDER BY u.sort_key, u.id`);
  return rows.map(({ id }) => id);
}

/** As the sheet has it: every unit, and the total below. The audit line is written first. */
export async function exportFigures(
  actor: Actor,
  review: ReviewRecord,
  { unit }: Pick<FiguresQuery, "unit">,
): Promise<SheetOptions<UnitFigures>> {
  const { figures: words, unit: unitLabel } = resultWords[actor.language];
  const lists = await listUnits(actor, review, unit);
  const day = dayOfFigures(review);
  const [units, all] = await Promise.all([
    readFigures(review, lists, { day, byUnit: true }),
    readFigures(review, lists, { day, byUnit: false }),
  ]);
  await audit(db, actor, "review.exported", {
    ...{ kind: "review", id: review.id, title: review.name, unitId: review.unitId },
    after: { units: units.length },
  });
  return {
    name: `${words.sheet} ${review.name}`,
    title: words.sheet,
    columns: [
      { label: unitLabel, width: 44, value: ({ name }) => name ?? words.total },
      ...metrics.flatMap((metric) =>
        ([words.before, words.after] as const).map((when, at) => ({
          label: `${words.metrics[metric]} (${when.toLocaleLowerCase()})`,
          width: 16,
          value: ({ figures }: UnitFigures) => figures[metric][at],
        })),
      ),
    ],
    rows: [...units, ...all],
  };
}
