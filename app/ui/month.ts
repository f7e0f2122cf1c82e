/** The days of a month as a calendar shows them: weeks from Monday, with the neighbours' days at both ends. */
import { addDays, type Day } from "~/platform/clock";

export interface Month {
  year: number;
  /** 1 to 12 */
  month: number;
}

export function monthOf(day: Day): Month {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

export function weeksOf({ year, month }: Month): Day[][] {
  const first = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
  const sinceMonday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = addDays(first, -sinceMonday);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const weeks = Math.ceil((sinceMonday + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)),
  );
}

/** The same day some months on, or the last of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  const { year, month } = monthOf(day);
  const length = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  const target = new Date(Date.UTC(year, month - 1 + count, Math.min(Number(day.slice(8)), length)));
  return target.toISOString().slice(0, 10);
}

/** Where a key leads from a day of the grid. */
export function dayByKey(key: string, day: Day, withShift: boolean): Day | undefined {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -weekday,
    End: 6 - weekday,
  };
  const months: Record<string, number> = { PageUp: withShift ? -12 : -1, PageDown: withShift ? 12 : 1 };
  if (key in months) return addMonths(day, months[key] ?? 0);
  return key in steps ? addDays(day, steps[key] ?? 0) : undefined;
}
