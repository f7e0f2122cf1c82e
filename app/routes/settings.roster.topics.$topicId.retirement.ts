/** Retiring a topic, and taking it into use again. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { retireTopic } from "~/roster/record/topics.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  return handleForm(request, z.object({ retired: z.boolean() }), async ({ retired }) => {
    found((await retireTopic(actor, idIn(params.topicId), retired)) || null);
    return redirect("/settings/roster/topics");
  });
}
