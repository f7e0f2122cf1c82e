/** What an import teaches about files with these heads, and how a later file with the same heads is read by it. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { fold, tidy } from "~/platform/text";
import { refusalMark } from "~/roster/import/answers/refusals";
import type { Kept } from "~/roster/import/choices";
import { seemsMonthFirst } from "~/roster/import/date-order";
import { fields } from "~/roster/import/fields";
import { questionId } from "~/roster/import/questions";
import type { SheetReading } from "~/roster/import/understand";

export const learnedSchema = z.object({
  columns: z.record(z.string(), z.enum(fields)),
  /** By the question's id; the order of day and month under a sheet without a name. */
  answers: z.record(z.string(), z.string()),
  units: z.record(z.string(), z.uuid()),
});
export type Learned = z.infer<typeof learnedSchema>;

/** A former import with these heads. */
export interface Memory {
  headKey: string;
  unitName: string;
  usedAt: string;
  learned: Learned;
}

const dateOrder = questionId("dateOrder", "");

/** The heads in their places, whatever their capitals and blanks; a checksum, for heads may be long. */
export function headKeyOf(columns: { index: number; head: string }[]): string {
  const heads = columns.map(({ index, head }) => `${index} ${fold(tidy(head))}`);
  return createHash("sha256").update(heads.join("\n")).digest("hex");
}

/** What the officer decided that may hold for the next file too; what is about one value alone is left out. */
export function learnedFrom({ reading, answers, units }: Kept, sheet: string): Learned {
  const general = Object.entries(answers).filter(
    ([id]) => !id.startsWith(refusalMark) && !id.startsWith(dateOrder),
  );
  const order = answers[questionId("dateOrder", sheet)];
  return {
    columns: reading[sheet]?.columns ?? {},
    answers: { ...Object.fromEntries(general), ...(order && { [dateOrder]: order }) },
    units,
  };
}

export function isNothing({ columns, answers, units }: Learned): boolean {
  return [columns, answers, units].every((learned) => Object.keys(learned).length === 0);
}

/** Reads a sheet as last time, and keeps word of it so that it can be taken back. */
export function recall(kept: Kept, reading: SheetReading, { unitName, usedAt, learned }: Memory): Kept {
  const { sheet } = reading;
  const { [dateOrder]: order, ...general } = learned.answers;
  // Where nothing says that this sheet puts the month first, the order of another file proves nothing.
  const answers =
    order && seemsMonthFirst(reading) ? { ...general, [questionId("dateOrder", sheet)]: order } : general;
  const recalled = { sheet, unitName, usedAt, columns: learned.columns, answers, units: learned.units };
  if (isNothing(recalled)) return kept;
  return {
    ...kept,
    reading: { ...kept.reading, [sheet]: { columns: learned.columns } },
    answers: { ...kept.answers, ...answers },
    units: { ...kept.units, ...learned.units },
    recalled: [...kept.recalled, recalled],
  };
}

/** As the importer would read the file without any memory; what the officer decided since stays. */
export function withoutMemory(kept: Kept): Kept {
  const fresh = { ...kept, reading: { ...kept.reading }, recalled: [] };
  for (const { sheet, columns, answers, units } of kept.recalled) {
    fresh.reading[sheet] = {
      ...fresh.reading[sheet],
      columns: without(fresh.reading[sheet]?.columns ?? {}, columns),
    };
    fresh.answers = without(fresh.answers, answers);
    fresh.units = without(fresh.units, units);
  }
  return fresh;
}

function without<V>(all: Record<string, V>, some: Record<string, V>): Record<string, V> {
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => some[key] !== value));
}
