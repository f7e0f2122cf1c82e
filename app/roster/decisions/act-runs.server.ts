/** The work that carries a decision out just now, if some does. */
import { db } from "~/platform/db.server";
import { stepOf } from "~/platform/jobs.server";

export async function findActRun(decisionId: string) {
  const run = await db.jobRun.findFirst({
    where: {
      job: "roster.decision",
      state: { in: ["waiting", "running"] },
      payload: { path: ["decisionId"], equals: decisionId },
    },
    orderBy: { createdAt: "desc" },
  });
  return run && { id: run.id, done: run.done, total: run.total, step: stepOf(run) };
}
