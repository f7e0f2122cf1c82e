/** Starts erasing what a sensitive field that is off still holds. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { isPrivateField } from "~/roster/record/private";
import { purgeFieldLater } from "~/roster/record/private-settings.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  const field = found(isPrivateField(params.field) ? params.field : null);
  return handleForm(request, z.object({}), async () => {
    await purgeFieldLater(actor, field);
    return redirect("/settings/roster/private");
  });
}
