/** How far a piece of long work is, asked by its progress bar. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { idIn } from "~/platform/found.server";
import { findJobRun, stepOf } from "~/platform/jobs.server";
import type { Phrase } from "~/platform/words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const run = await findJobRun(actor, idIn(params.jobId));
  if (!run) throw new Response(null, { status: 404 });
  const problem = run.problem as Phrase | null;
  return Response.json(
    {
      state: run.state,
      done: run.done,
      total: run.total,
      step: stepOf(run)?.[actor.language] ?? null,
      problem: problem?.[actor.language] ?? null,
      result: run.result,
    },
    { headers: { "Cache-Control": "no-store" } },
  );
}
