/** What was done to a person's record, and by whom. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { History } from "~/accounts";
import { listHistory, requireActor } from "~/accounts/index.server";
import { found } from "~/platform/found.server";
import { findSpeaker } from "~/roster/speakers.server";
import { rosterTrail } from "~/roster/trail";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const { id } = found(await findSpeaker(actor, params.speakerId ?? ""));
  return { id, lines: found(await listHistory(actor, "speaker", id, [rosterTrail])) };
}

export default function SpeakerHistory() {
  const { id, lines } = useLoaderData<typeof loader>();
  return <History lines={lines} of={{ kind: "speaker", id }} untitled />;
}
