/** Accounts whose day has come are closed, each night. */
import { z } from "zod";
import { disableAccount } from "~/accounts/account-changes.server";
import { theSystem } from "~/platform/actor";
import { dayToColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { defineJob } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { Refusal } from "~/platform/refusal";

/** One by one: whoever must stay (the last administrator) keeps nobody else open. Gives how many were closed. */
export async function closeDueAccounts(): Promise<{ closed: number }> {
  const due = await db.user.findMany({
    where: { disabledAt: null, closesOn: { lte: dayToColumn(today()) } },
    select: { id: true, disabledReason: true },
  });
  let closed = 0;
  for (const { id, disabledReason } of due) {
    try {
      await disableAccount(theSystem, id, disabledReason ?? "");
      closed += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      log.warn({ userId: id, why: error.phrase.en }, "account stays open past its day");
    }
  }
  return { closed };
}

export const closeAccountsJob = defineJob({
  name: "accounts.close",
  payload: z.object({}),
  oneAtATime: true,
  work: closeDueAccounts,
});
