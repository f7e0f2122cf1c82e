/** What is stored of a part of a record now, for the form that came too late. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { inputOfPart, isRecordPart } from "~/roster/record/part";
import { findPart } from "~/roster/record/parts.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const asked = new URL(request.url).searchParams.get("part") ?? undefined;
  const part = found(isRecordPart(asked) ? asked : null);
  const { values, version } = found(await findPart(actor, idIn(params.speakerId), part));
  return Response.json(
    { values: inputOfPart(part, values), version },
    { headers: { "Cache-Control": "private, no-store" } },
  );
}
