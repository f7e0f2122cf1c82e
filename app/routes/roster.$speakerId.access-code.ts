/** A new one-time code for the account of a speaker: the slip, shown this once. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { renewAccess, requireActor } from "~/accounts/index.server";
import { env } from "~/platform/env";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { isInReach } from "~/roster/speakers.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.access");
  const id = idIn(params.speakerId);
  found((await isInReach(actor, id)) || null);
  return handleForm(request, z.object({}), async () =>
    found(await renewAccess(actor, id, env.BASE_URL ?? new URL(request.url).origin)),
  );
}
