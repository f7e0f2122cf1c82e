/** When somebody can speak: the parts of an ordinary week, and the days that are otherwise. */
import { z } from "zod";
import type { Day } from "~/platform/clock";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import { skillWords as words } from "./skill-words";

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export const dayParts = ["morning", "afternoon", "evening"] as const;
export type DayPart = (typeof dayParts)[number];
const exceptionParts = ["all_day", ...dayParts] as const;

/** "1-morning": Monday's. */
export type WeekPart = `${(typeof weekdays)[number]}-${DayPart}`;
export const weekParts = weekdays.flatMap((weekday) =>
  dayParts.map((part): WeekPart => `${weekday}-${part}`),
);

/** From a first to a last day, both inclusive. */
export interface Exception {
  firstDay: Day;
  lastDay: Day;
  part: (typeof exceptionParts)[number];
  available: boolean;
  note: string | null;
}

export interface Availability {
  /** Empty: nobody has said. */
  weekly: WeekPart[];
  /** By their first day. */
  exceptions: Exception[];
}

export const mostExceptions = 20;

/** A row without a first day is none; without a last day it is one day. */
const exceptionRow = z
  .object({
    firstDay: optionalDay(),
    lastDay: optionalDay(),
    part: z.enum(exceptionParts),
    available: z.enum(["no", "yes"]),
    note: z.string().max(200).nullish(),
  })
  .refine(({ firstDay, lastDay }) => !firstDay || !lastDay || firstDay <= lastDay, {
    path: ["lastDay"],
    ...says(words.errors.lastBeforeFirst),
  });

export const availabilitySchema = z.object({
  weekly: z.array(z.enum(weekParts)).transform((some) => weekParts.filter((part) => some.includes(part))),
  exceptions: z
    .array(exceptionRow)
    .max(mostExceptions)
    .transform((rows): Exception[] =>
      rows
        .flatMap(({ firstDay, lastDay, part, available, note }) =>
          firstDay
            ? [
                {
                  ...{ firstDay, part, lastDay: lastDay ?? firstDay },
                  available: available === "yes",
                  note: tidy(note ?? "") || null,
                },
              ]
            : [],
        )
        .sort((a, b) => a.firstDay.localeCompare(b.firstDay)),
    ),
});

export { exceptionParts };

/** Whether somebody said that they can speak then; null: nothing is known. The narrowest exception decides before the week. */
export function isAvailable({ weekly, exceptions }: Availability, day: Day, part: DayPart): boolean | null {
  const [exception] = exceptions
    .filter((one) => one.firstDay <= day && day <= one.lastDay && ["all_day", part].includes(one.part))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  if (exception) return exception.available;
  if (weekly.length === 0) return null;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return weekly.includes(`${weekday as 1}-${part}`);
}

function lengthOf({ firstDay, lastDay, part }: Exception): number {
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000;
  return days + (part === "all_day" ? 0.5 : 0);
}

function optionalDay() {
  return z
    .union([z.iso.date(), z.literal("")])
    .nullish()
    .transform((day) => day || null);
}
