/** The job that sends what waits in the outbox: every minute, each letter once. */
import { z } from "zod";
import { db } from "~/platform/db.server";
import { defineJob, type Run } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { claimNext, giveUpUnfinished, settle } from "./claims.server";
import { isMailSet } from "./post.server";
import { lines, openPostOffice, type PostOffice } from "./smtp.server";

export interface Sent {
  sent: number;
  notSent: number;
  unsure: number;
}

export const sendMailJob = defineJob({
  name: "platform.sendMail",
  payload: z.object({}),
  // What a second one found taken up it would take for left behind.
  oneAtATime: true,
  work: async (_, run): Promise<Sent> => {
    await forgetOldRuns(run);
    return sendWaitingMail(() => run.checkCancelled());
  },
});

/** Sends all that is due. `mayGoOn` throws when the app stops: what is under way is finished before that passes on. */
export async function sendWaitingMail(mayGoOn: () => Promise<void> = async () => {}): Promise<Sent> {
  const told: Sent = { sent: 0, notSent: 0, unsure: await giveUpUnfinished() };
  if (!isMailSet()) return told;
  let office: Promise<PostOffice> | undefined;
  let serverIsAway = false;
  // Opened for the first letter that is due: mostly there is none.
  const line = async () => {
    while (!serverIsAway) {
      await mayGoOn();
      const now = new Date();
      const mails = await claimNext(now);
      if (mails.length === 0) return;
      office ??= openPostOffice();
      const outcome = await (await office).send(mails);
      await settle(mails, outcome, new Date());
      if (outcome.is === "sent") told.sent += mails.length;
      else told.notSent += mails.length;
      if (outcome.is !== "server") continue;
      serverIsAway = true;
      log.warn({ problem: outcome.problem }, "mail server");
    }
  };
  try {
    const ends = await Promise.allSettled(Array.from({ length: lines }, line));
    const broken = ends.find((end) => end.status === "rejected");
    if (broken) throw broken.reason;
    return told;
  } finally {
    (await office)?.close();
  }
}

/** One line a minute is no history: those of yesterday go. */
async function forgetOldRuns({ id }: Run): Promise<void> {
  const dayAgo = new Date(Date.now() - 86_400_000);
  await db.jobRun.deleteMany({
    where: { job: sendMailJob.name, id: { not: id }, state: "done", createdAt: { lt: dayAgo } },
  });
}
