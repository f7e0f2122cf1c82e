/** Days as "yyyy-MM-dd" strings in Viet Nam's time zone, and their way into and out of the database. */

/** A calendar day, "2026-11-23". Strings compare in the right order. */
export type Day = string;

export const zone = "Asia/Ho_Chi_Minh";
const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });

let [minute, dayThen] = [-1, ""];

export function today(): Day {
  // Asked for every date of a long list: a day begins with a minute.
  const now = Math.floor(Date.now() / 60_000);
  if (now !== minute) [minute, dayThen] = [now, dayFormat.format(now * 60_000)];
  return dayThen;
}

/** The day on which a moment falls in Viet Nam. */
export function dayOf(moment: Date): Day {
  return dayFormat.format(moment);
}

/** For a column of type date: midnight UTC of that day. */
export function dayToColumn(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function dayFromColumn(column: Date): Day;
export function dayFromColumn(column: Date | null): Day | null;
export function dayFromColumn(column: Date | null): Day | null {
  return column?.toISOString().slice(0, 10) ?? null;
}

export function addDays(day: Day, count: number): Day {
  const date = dayToColumn(day);
  date.setUTCDate(date.getUTCDate() + count);
  return dayFromColumn(date);
}

/** "23/11/2026"; also "1975" and "11/2026" for a day of which only that much is known. */
export function showDay(day: string): string {
  return day.split("-").reverse().join("/");
}

const momentFormat = new Intl.DateTimeFormat("vi-VN", {
  timeZone: zone,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "23/11/2026 14:05". */
export function showMoment(moment: Date | string): string {
  const { day, month, year, hour, minute } = partsOf(moment);
  return `${day}/${month}/${year} ${hour}:${minute}`;
}

/** "14:05". */
export function showTime(moment: Date | string): string {
  const { hour, minute } = partsOf(moment);
  return `${hour}:${minute}`;
}

function partsOf(moment: Date | string): Record<string, string> {
  return Object.fromEntries(
    momentFormat.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]),
  );
}
