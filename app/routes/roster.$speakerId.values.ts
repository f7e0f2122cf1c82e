/** What is stored of a person now, for the form that came too late. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { found } from "~/platform/found.server";
import { findSpeaker, inputOf } from "~/roster/speakers.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const speaker = found(await findSpeaker(actor, params.speakerId ?? ""));
  const values = { ...inputOf(speaker), revision: speaker.revision };
  return Response.json(
    { values, unitName: speaker.unitName },
    { headers: { "Cache-Control": "private, no-store" } },
  );
}
