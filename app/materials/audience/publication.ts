/** Bringing a version out: now or at a moment of Viet Nam's clock, with the last day to acknowledge it. */
import { z } from "zod";
import { type Day, today } from "~/platform/clock";
import { says } from "~/platform/forms";
import { words } from "./words";

const day = z
  .union([z.iso.date(), z.literal("")])
  .nullish()
  .transform((typed) => typed || null);

export const publicationSchema = z
  .object({
    /** The last day to acknowledge; none: nobody is asked to. */
    acknowledgeBy: day.refine((typed) => typed === null || typed >= today(), says(words.errors.deadlinePast)),
    when: z.enum(["now", "later"]),
    /** Of "later". */
    onDay: day,
    atTime: z
      .string()
      .refine(
        (typed) => typed === "" || /^([01]?\d|2[0-3])[:h]?[0-5]\d$/.test(typed),
        says(words.errors.time),
      )
      .nullish()
      .transform((typed) => typed || null),
  })
  .refine(({ when, onDay }) => when === "now" || onDay !== null, {
    path: ["onDay"],
    ...says(words.errors.noMoment),
  })
  .refine(({ when, atTime }) => when === "now" || atTime !== null, {
    path: ["atTime"],
    ...says(words.errors.noMoment),
  })
  .refine((values) => !isPast(momentOf(values)), {
    path: ["onDay"],
    ...says(words.errors.momentPast),
  });
export type PublicationInput = z.input<typeof publicationSchema>;
export type PublicationValues = z.output<typeof publicationSchema>;

/** What is no moment at all is told at its own field. */
function isPast(moment: Date | null): boolean {
  return moment !== null && moment.getTime() <= Date.now();
}

interface Moment {
  when: "now" | "later";
  onDay: Day | null;
  atTime: string | null;
}

/** Null: now. */
export function momentOf({ when, onDay, atTime }: Moment): Date | null {
  if (when === "now" || !onDay || !atTime) return null;
  const digits = atTime.replace(/\D/g, "").padStart(4, "0");
  return new Date(`${onDay}T${digits.slice(0, 2)}:${digits.slice(2)}:00+07:00`);
}
