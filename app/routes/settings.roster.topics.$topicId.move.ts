/** Moving a topic one step up or down the list. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { topicMoveSchema } from "~/roster/record/topic";
import { moveTopic } from "~/roster/record/topics.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  return handleForm(request, topicMoveSchema, async (values) => {
    found((await moveTopic(actor, idIn(params.topicId), values)) || null);
    return redirect("/settings/roster/topics");
  });
}
