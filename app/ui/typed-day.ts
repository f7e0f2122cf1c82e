/** Days as people type them: "5/3/75", "05031975", "5-3-1975", and for partly known ones "1975", "3/1975". */
import { type Day, today } from "~/platform/clock";

/** A day of which perhaps only the year, or year and month, is known. */
export interface PartialDay {
  year: number;
  month?: number;
  day?: number;
}

/** The day meant; null for nothing typed; undefined for what is no day. Two-digit years are past ones up to five years ahead. */
export function readDay(typed: string): Day | null | undefined {
  const parts = split(typed);
  if (parts === null) return null;
  const [day, month, year] = parts.length === 1 ? cut(parts[0] ?? "") : parts;
  if (day === undefined || month === undefined || year === undefined || parts.length > 3) return undefined;
  if (day.length === 4) return existing(Number(day), Number(month), Number(year));
  return existing(wholeYear(year), Number(month), Number(day));
}

export function readPartialDay(typed: string): PartialDay | null | undefined {
  const parts = split(typed);
  if (parts === null) return null;
  if (parts.length === 1 && parts[0]?.length === 4) return withinReason({ year: Number(parts[0]) });
  if (parts.length === 2) {
    const [month, year] = parts;
    if (year?.length !== 4 || Number(month) < 1 || Number(month) > 12) return undefined;
    return withinReason({ year: Number(year), month: Number(month) });
  }
  const day = readDay(typed);
  return day ? partialFromDay(day) : undefined;
}

/** "3/1975", "05/03/1975": as much as is known. */
export function showPartialDay({ year, month, day }: PartialDay): string {
  if (!month) return String(year);
  if (!day) return `${month}/${year}`;
  return `${two(day)}/${two(month)}/${year}`;
}

function split(typed: string): string[] | null {
  const parts = typed
    .trim()
    .split(/[\s/.-]+/)
    .filter(Boolean);
  if (parts.length === 0) return null;
  return parts.every((part) => /^\d+$/.test(part)) ? parts : [""];
}

/** "05031975" and "050375" without any mark between. */
function cut(digits: string): string[] {
  if (digits.length !== 8 && digits.length !== 6) return [];
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
}

function wholeYear(written: string): number {
  if (written.length === 4) return Number(written);
  if (written.length !== 2) return Number.NaN;
  const newest = Number(today().slice(0, 4)) + 5;
  const year = Math.floor(newest / 100) * 100 + Number(written);
  return year > newest ? year - 100 : year;
}

function existing(year: number, month: number, day: number): Day | undefined {
  if (!withinReason({ year })) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : undefined;
}

function withinReason(partial: PartialDay): PartialDay | undefined {
  return partial.year >= 1800 && partial.year <= 2200 ? partial : undefined;
}

function partialFromDay(day: Day): PartialDay {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
  return { year, month, day: dayOfMonth };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
