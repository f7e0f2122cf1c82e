/** Ends one of one's own sessions by its id, or without an id all but this one. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { endSessions } from "~/accounts/own/own-account.server";
import { requireActor, sessionToken } from "~/accounts/sessions.server";
import { words } from "~/accounts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";

const endingSchema = z.object({ id: z.uuid().optional() });

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return handleForm(request, endingSchema, async ({ id }) => {
    await endSessions(actor, id ? { id } : { except: sessionToken(request.headers) ?? "" });
    return redirectWithToast("/account", words.sessionsEnded, request);
  });
}
