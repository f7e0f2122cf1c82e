/** What was done to a person's record, and by whom. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { History } from "~/accounts";
import { listHistory, requireActor } from "~/accounts/index.server";
import { trailBooks } from "~/nav/trail";
import { found, idIn } from "~/platform/found.server";
import { isInReach } from "~/roster/speakers.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const id = idIn(params.speakerId);
  found((await isInReach(actor, id)) || null);
  return { id, lines: found(await listHistory(actor, "speaker", id, trailBooks)) };
}

export default function SpeakerHistory() {
  const { id, lines } = useLoaderData<typeof loader>();
  return <History lines={lines} of={{ kind: "speaker", id }} untitled />;
}
