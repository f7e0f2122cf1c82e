/** Switching a sensitive field off. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { fieldPhrase, isPrivateField } from "~/roster/record/private";
import { switchOff } from "~/roster/record/private-settings.server";
import { words } from "~/roster/record/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  const field = found(isPrivateField(params.field) ? params.field : null);
  return handleForm(request, z.object({}), async () => {
    await switchOff(actor, field);
    const phrase = fieldPhrase(field, (language, name) => words[language].toasts.fieldOff(name));
    return redirectWithToast("/settings/roster/private", phrase, request);
  });
}
