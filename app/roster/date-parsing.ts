/** Days as departments write them: any shape, a serial of Excel, a year alone; what no calendar has is none. */
import { today } from "~/platform/clock";
import { fold, tidy } from "~/platform/text";
import type { Parsed } from "./person-parsing";
import type { PartialDay } from "./speaker";

/** Days between Excel's and JavaScript's first day, in books that count from 1900 (and from 1904). */
const serialOfEpoch = 25_569;
const days1904 = 1_462;

export interface DateOptions {
  is1904?: boolean;
  /** Two digits of a year are of somebody grown up; else of a paper of these years. */
  isBirth?: boolean;
  /** What somebody said of the two digits: 1900 or 2000. */
  century?: number;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * 1975, "00/00/1975", "5/3/75", "../3/1975", "03-1975", "1975-03-05", "05031975", "5-Mar-75",
 * "ngày 5 tháng 3 năm 1975", an Excel serial. Undefined: no calendar has it ("31/02/1980"), or it is no date.
 */
export function parseDate(
  written: string | number | null | undefined,
  options: DateOptions = {},
): Parsed<PartialDay> {
  if (typeof written === "number") return dateOfNumber(written, options);
  const text = plain(written ?? "");
  if (!text) return null;
  if (/^\d{4,5}(?:\.0)?$/.test(text)) return dateOfNumber(Number(text), options);
  const together = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text);
  if (together) return existing(Number(together[3]), Number(together[2]), Number(together[1]));
  const parts = text
    .replace(/\s*(?:thang|thg|nam|th(?=\d)|t(?=\d)|\/|-|\.|,)\s*/g, "/")
    .replace(/\s+/g, "/")
    .replace(/\/{2,}/g, "/")
    .replace(/^\/|\/$/g, "")
    .split("/");
  // "Mar 5, 1975": a month by its name may stand before the day.
  if (parts.length === 3 && monthNumber(parts[0] ?? "") !== parts[0]) parts.unshift(...parts.splice(1, 1));
  return dayOf(parts.map(monthNumber), options);
}

/** A day, a month and a year, in this order or from the year on; what is left out is at the front. */
function dayOf(parts: string[], options: DateOptions): Parsed<PartialDay> {
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const ordered = parts[0]?.length === 4 && parts.length > 1 ? parts : parts.toReversed();
  const [year = "", month = "0", day = "0"] = ordered;
  if (month.length > 2 || day.length > 2) return undefined;
  if (year.length === 3 || (parts.length < 3 && year.length < 4 && (parts.length === 2 || Number(year) < 30)))
    return undefined;
  return existing(fullYear(year, options), Number(month), Number(day));
}

/** Without words around it, without a time of day, with nothing where signs stand for what is not known. */
function plain(written: string): string {
  return fold(tidy(written))
    .replace(/^'/, "")
    .replace(/[t ]0?0:00(?::00)?(?:\.0+)?z?$/, "")
    .replace(/^(?:sinh|sn|nam|ngay)\s*(?:nam|ngay)?\s*[:.]?\s*/, "")
    .replace(/^(?:(?:[._…x?*-]+|\s+)\s*\/\s*)+(?=\d)/, "")
    .replace(/[.;,]+$/, "")
    .trim();
}

function monthNumber(part: string): string {
  const at = part.length >= 3 ? months.indexOf(part.slice(0, 3)) : -1;
  return at < 0 ? part : String(at + 1);
}

/** A birth: a date at which somebody alive and grown up can have been born. */
export function parseBirth(
  written: string | number | null | undefined,
  options: DateOptions = {},
): Parsed<PartialDay> {
  const birth = parseDate(written, { ...options, isBirth: true });
  if (!birth) return birth;
  const age = Number(today().slice(0, 4)) - birth.year;
  return age >= 14 && age <= 110 ? birth : undefined;
}

/**
 * The years that may be meant where a birth ends in two digits and nobody can tell: none of both makes somebody of 18 to
 * 100, or each of them does. Empty: there is nothing to ask.
 */
export function doubtfulYears(
  written: string | number | null | undefined,
  options: DateOptions = {},
): number[] {
  if (parseBirth(written, options) !== undefined) return [];
  return centuries.flatMap((century) => parseBirth(written, { ...options, century })?.year ?? []);
}

const centuries = [2000, 1900];

function dateOfNumber(value: number, options: DateOptions): PartialDay | undefined {
  if (Number.isInteger(value) && value >= 1850 && value <= 2100) return { year: value };
  // "3.1975" typed as a number, a month and a year; "75" as a year.
  if (/^\d{1,2}\.(?:19|20)\d{2}$/.test(String(value)))
    return parseDate(String(value).replace(".", "/"), options) ?? undefined;
  if (Number.isInteger(value) && value >= 30 && value <= 99 && options.isBirth) return { year: 1900 + value };
  if (Number.isInteger(value) && /^\d{7,8}$/.test(String(value)))
    return parseDate(String(value).padStart(8, "0"), options) ?? undefined;
  const day = Math.floor(value) + (options.is1904 ? days1904 : 0);
  if (!(day > 3_000 && day < 80_000)) return undefined;
  const date = new Date((day - serialOfEpoch) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** "79" is 1979 and "05" is 2005: in the other century nobody on a roster is born. A paper of "25" is of 2025. */
function fullYear(year: string, { isBirth, century }: DateOptions): number | undefined {
  if (year.length > 2) return Number(year);
  const now = Number(today().slice(0, 4));
  if (century) return century + Number(year);
  if (!isBirth) return Number(year) + (2000 + Number(year) <= now + 1 ? 2000 : 1900);
  const [one, another] = centuries
    .map((start) => start + Number(year))
    .filter((born) => now - born >= 18 && now - born <= 100);
  return another === undefined ? one : undefined;
}

/** Zeros stand for what is not known: "00/00/1975". */
function existing(year: number | undefined, month: number, day: number): PartialDay | undefined {
  if (year === undefined || year < 1850 || year > 2100 || month > 12 || day > 31) return undefined;
  if (!month) return day ? undefined : { year };
  if (!day) return { year, month };
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? { year, month, day } : undefined;
}

/** "1975", "1975-03" or "1975-03-05". */
export function showBirth(birth: PartialDay): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return [String(birth.year), birth.month && two(birth.month), birth.day && two(birth.day)]
    .filter(Boolean)
    .join("-");
}
