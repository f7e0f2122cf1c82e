/** Taking letters up to be sent, so that each goes out once whatever happens in between, and writing what became of them. */
import { type Day, dayOf, zone } from "~/platform/clock";
import { type Db, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { isQuiet, minutesUntilNextTry, mostTries } from "./mail";
import { mailWords } from "./words";

const { sql } = Prisma;

export interface Claimed {
  id: string;
  address: string;
  title: string;
  body: string;
  tries: number;
}

/**
 * The next letter that is due, marked before anything is sent; of a person's reminders all that wait, to go out as one.
 * Empty: nothing is due now.
 */
export async function claimNext(now: Date): Promise<Claimed[]> {
  const due = sql`m.state = 'waiting' AND m.not_before <= ${now}`;
  return db.$queryRaw<Claimed[]>`
    WITH first AS (
      SELECT id, user_id, is_reminder, address FROM mail m WHERE ${due}
        AND (NOT m.is_reminder OR ${!isQuiet(now)} AND NOT ${isRemindedSql(dayOf(now))} AND NOT ${isBehind})
      ORDER BY m.not_before, m.id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE mail m SET state = 'sending', claimed_at = ${now}, tries = m.tries + 1 FROM first
    WHERE m.id = first.id OR (first.is_reminder AND m.is_reminder AND m.user_id = first.user_id
      AND m.address = first.address AND ${due})
    RETURNING m.id::text, m.address, m.title, m.body, m.tries`;
}

/** Once a day is enough. */
function isRemindedSql(day: Day): Prisma.Sql {
  return sql`EXISTS (SELECT FROM mail gone WHERE gone.user_id = m.user_id AND gone.is_reminder
    AND gone.state IN ('sending', 'sent', 'unsure') AND (gone.claimed_at AT TIME ZONE ${zone})::date = ${day}::date)`;
}

// Of a person's reminders only the first is taken up, and takes the rest along: two lines that look at once meet at it.
const isBehind = sql`EXISTS (SELECT FROM mail ahead WHERE ahead.user_id = m.user_id AND ahead.is_reminder
  AND ahead.state = 'waiting' AND ahead.address = m.address AND (ahead.not_before, ahead.id) < (m.not_before, m.id))`;

export type Outcome =
  | { is: "sent" }
  /** The server said no for good, in its words. */
  | { is: "failed" | "unsure"; problem: string }
  /** The server puts this letter off. */
  | { is: "later"; problem: string }
  /** No letter can go out now, whichever it is. */
  | { is: "server"; problem: string };

/** Of letters that went, or did not go, together. */
export async function settle(claimed: Claimed[], outcome: Outcome, now: Date): Promise<void> {
  const ids = claimed.map(({ id }) => id);
  // A letter that was given up as unsure meanwhile has come to its end after all.
  const where = { id: { in: ids }, state: { in: ["sending", "unsure"] } };
  await db.mail.updateMany({ where, data: changeFor(claimed, outcome, now) });
}

function changeFor(claimed: Claimed[], outcome: Outcome, now: Date) {
  if (outcome.is === "sent") return { state: "sent", sentAt: now, problem: null };
  const { problem } = outcome;
  // The server's fault counts for no letter.
  if (outcome.is === "server") {
    return { state: "waiting", problem, tries: { decrement: 1 }, notBefore: inMinutes(now, 5) };
  }
  if (outcome.is !== "later") return { state: outcome.is, problem };
  const tries = Math.max(...claimed.map((mail) => mail.tries));
  if (tries >= mostTries) return { state: "failed", problem };
  return { state: "waiting", problem, notBefore: inMinutes(now, minutesUntilNextTry(tries)) };
}

function inMinutes(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

/** What was taken up and never finished, because the process was killed: it may have gone or not, and is not sent again. */
export async function giveUpUnfinished(tx: Db = db): Promise<number> {
  const { count } = await tx.mail.updateMany({
    where: { state: "sending" },
    data: { state: "unsure", problem: mailWords.vi.stopped },
  });
  return count;
}
