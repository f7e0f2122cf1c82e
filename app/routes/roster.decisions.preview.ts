/** What an act would do to each person on its list: asked while the list is put together, nothing is kept. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { previewSchema } from "~/roster/acts/act";
import { previewAct } from "~/roster/acts/acts.server";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  return handleForm(request, previewSchema, async (wishes) =>
    Response.json({ outcomes: await previewAct(actor, wishes) }),
  );
}
