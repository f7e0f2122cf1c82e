/** How often somebody may try: counted in the database, so that a restart or a second process forgets nothing. */
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { words } from "./words";

const minutes = 60;

/** A person who mistypes has enough; who guesses has not. The address limit leaves room for an office behind one address. */
const limits = {
  signInHere: limit("sign-in-here", 6, 10 * minutes),
  signInAnywhere: limit("sign-in-anywhere", 40, 60 * minutes),
  address: limit("address", 120, 10 * minutes),
  code: limit("code", 15, 60 * minutes),
  setup: limit("setup", 10, 10 * minutes),
  secondFactor: limit("second-factor", 8, 10 * minutes),
  ownPassword: limit("own-password", 6, 10 * minutes),
  // A code of the second factor is right for 90 seconds; for longer than that it may be used once.
  usedTotp: limit("used-totp", 1, 3 * minutes),
} as const;

export type Limit = keyof typeof limits;

/** Counts one try; Refusal `tooManyTries` (how long to wait) when there were too many. */
export async function countTry(name: Limit, key: string): Promise<void> {
  const wait = await waitAfter(name, key);
  if (wait > 0) throw new Refusal(words.tooManyTries(inWords(wait).vi, inWords(wait).en));
}

/** Counts one try and gives the seconds to wait; 0: go on. */
export async function waitAfter(name: Limit, key: string): Promise<number> {
  try {
    await limits[name].consume(key);
    return 0;
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    return Math.max(1, Math.ceil(result.msBeforeNext / 1000));
  }
}

/** It was the right person: earlier mistakes count no more. */
export async function forgetTries(name: Limit, key: string): Promise<void> {
  await limits[name].delete(key);
}

function limit(keyPrefix: string, points: number, duration: number) {
  return new RateLimiterPostgres({
    storeClient: pool,
    tableName: "throttle",
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  });
}

function inWords(seconds: number) {
  return seconds < 90 ? words.seconds(seconds) : words.minutes(Math.ceil(seconds / 60));
}
