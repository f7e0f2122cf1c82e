/** Somebody's availability in the database: a row for each part of the week that suits, and one for each exception. */
import type { Facts } from "~/platform/audit.server";
import { dayFromColumn, dayToColumn, showDay } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { type Exception, type WeekPart, weekParts } from "./availability";
import type { PartValues } from "./part";
import { words } from "./words";

export async function readAvailability(tx: Db, speakerId: string): Promise<PartValues["availability"]> {
  const rows = await tx.availability.findMany({
    where: { speakerId },
    orderBy: [{ firstDay: "asc" }, { part: "asc" }, { lastDay: "asc" }],
  });
  const week = rows.map(({ weekday, part }) => `${weekday}-${part}`);
  return {
    weekly: weekParts.filter((part) => week.includes(part)),
    exceptions: rows.flatMap(({ firstDay, lastDay, part, available, note }): Exception[] =>
      firstDay && lastDay
        ? [
            {
              ...{ available, note, part: part as Exception["part"] },
              firstDay: dayFromColumn(firstDay),
              lastDay: dayFromColumn(lastDay),
            },
          ]
        : [],
    ),
  };
}

export async function writeAvailability(
  tx: Db,
  speakerId: string,
  sent: PartValues["availability"],
): Promise<void> {
  await tx.availability.deleteMany({ where: { speakerId } });
  const weekly = sent.weekly.map((one: WeekPart) => {
    const [weekday, part = ""] = one.split("-");
    return { speakerId, weekday: Number(weekday), part, available: true };
  });
  const exceptions = sent.exceptions.map(({ firstDay, lastDay, ...rest }) => ({
    ...{ speakerId, ...rest },
    firstDay: dayToColumn(firstDay),
    lastDay: dayToColumn(lastDay),
  }));
  await tx.availability.createMany({ data: [...weekly, ...exceptions] });
}

export function availabilityFacts(_: Db, { weekly, exceptions }: PartValues["availability"]): Facts {
  const { vi } = words;
  return {
    weekly: weekly.map((one) => {
      const [weekday, part] = one.split("-") as ["1", "morning"];
      return `${vi.weekdaysShort[weekday]} ${vi.dayParts[part].toLowerCase()}`;
    }),
    exceptions: exceptions.map(({ firstDay, lastDay, part, available }) =>
      [
        firstDay === lastDay ? showDay(firstDay) : vi.exceptionSpan(showDay(firstDay), showDay(lastDay)),
        vi.dayParts[part].toLowerCase(),
        available ? vi.canThen : vi.cannotThen,
      ].join(", "),
    ),
  };
}
