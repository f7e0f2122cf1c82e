/** Everything that happened with a person, from every feature that knows of something. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { readTimeline, type TimelineSource } from "~/roster/record/timeline";
import { rosterTimeline } from "~/roster/record/timeline.server";
import { TimelineView } from "~/roster/record/timeline-view";
import { isInReach } from "~/roster/speakers.server";

const sources: TimelineSource[] = [rosterTimeline];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const id = idIn(params.speakerId);
  found((await isInReach(actor, id)) || null);
  const kind = new URL(request.url).searchParams.get("kind");
  return { timeline: await readTimeline(actor, id, sources, kind), kind };
}

export default function SpeakerTimeline() {
  const { timeline, kind } = useLoaderData<typeof loader>();
  return <TimelineView timeline={timeline} kind={kind} />;
}
