/** What becomes of a letter, and when reminders may go out. */
import { zone } from "~/platform/clock";

/**
 * waiting: goes out soon. sending: taken up this moment. sent: the mail server has it. failed: the server said no for good.
 * unsure: taken up and never finished, so that it may have gone or not; it is not sent twice. discarded: no longer wanted.
 */
export const mailStates = ["waiting", "sending", "sent", "failed", "unsure", "discarded"] as const;
export type MailState = (typeof mailStates)[number];

/** So often a letter is tried that the server puts off. */
export const mostTries = 8;

/** Minutes until the next try: 5, 10, 20, ... half a day at most. */
export function minutesUntilNextTry(tries: number): number {
  return Math.min(720, 5 * 2 ** (tries - 1));
}

const hourFormat = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });

/** From nine in the evening until seven in the morning nobody is reminded. */
export function isQuiet(moment: Date): boolean {
  const hour = Number(hourFormat.format(moment));
  return hour >= 21 || hour < 7;
}
