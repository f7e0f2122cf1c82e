/** The work that carries a decision out: how far it is, or why it came to nothing. */
import { db } from "~/platform/db.server";
import { stepOf } from "~/platform/jobs.server";
import type { Phrase } from "~/platform/words";

const aDay = 86_400_000;

/** The last run of a decision while it lasts, and for a day when it failed; else null. */
export async function findActRun(decisionId: string) {
  const run = await db.jobRun.findFirst({
    where: {
      job: "roster.decision",
      createdAt: { gt: new Date(Date.now() - aDay) },
      payload: { path: ["decisionId"], equals: decisionId },
    },
    orderBy: { createdAt: "desc" },
  });
  if (!run || run.state === "done") return null;
  const problem = run.problem as Phrase | null;
  return { id: run.id, done: run.done, total: run.total, step: stepOf(run), endedBy: run.endedAt && problem };
}
