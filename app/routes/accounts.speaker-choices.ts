/** Speakers within reach for the account form's picker. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { listSpeakerChoices } from "~/accounts/subjects.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  const choices = await listSpeakerChoices(actor, typed);
  return Response.json({ choices }, { headers: { "Cache-Control": "private, no-store" } });
}
