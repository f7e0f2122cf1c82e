/** What was done to a person's record, and by whom. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { History, may } from "~/accounts";
import { listHistory, requireActor } from "~/accounts/index.server";
import { trailBooks } from "~/nav/trail";
import { found, idIn } from "~/platform/found.server";
import { listChangesOf } from "~/roster/changes/changes.server";
import { ChangesOfRecord } from "~/roster/changes/take-back";
import { isInReach } from "~/roster/speakers.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const id = idIn(params.speakerId);
  found((await isInReach(actor, id)) || null);
  const lines = found(await listHistory(actor, "speaker", id, trailBooks));
  return { id, lines, changes: may(actor, "roster.edit") ? await listChangesOf(actor, id) : [] };
}

export default function SpeakerHistory() {
  const { id, lines, changes } = useLoaderData<typeof loader>();
  return (
    <>
      <ChangesOfRecord changes={changes} />
      <History lines={lines} of={{ kind: "speaker", id }} untitled />
    </>
  );
}
