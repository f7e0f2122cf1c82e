/** What was done to a decision and by it, and by whom. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { History } from "~/accounts";
import { listHistory, requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { findDecision } from "~/roster/decisions/decision-records.server";
import { decisionTrail } from "~/roster/decisions/trail";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const { id } = found(await findDecision(actor, idIn(params.decisionId)));
  return { id, lines: found(await listHistory(actor, "decision", id, [decisionTrail])) };
}

export default function DecisionHistory() {
  const { id, lines } = useLoaderData<typeof loader>();
  return <History lines={lines} of={{ kind: "decision", id }} untitled />;
}
