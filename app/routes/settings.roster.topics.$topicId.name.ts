/** Renaming a topic. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { topicNameSchema } from "~/roster/record/topic";
import { renameTopic } from "~/roster/record/topics.server";
import { words } from "~/roster/record/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  return handleForm(request, topicNameSchema, async (values) => {
    found((await renameTopic(actor, idIn(params.topicId), values)) || null);
    return redirectWithToast("/settings/roster/topics", words.toasts.topicRenamed, request);
  });
}
