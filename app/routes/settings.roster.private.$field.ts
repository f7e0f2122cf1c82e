/** Switching a sensitive field on with its reason, or giving another reason. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { fieldPhrase, isPrivateField, privateSwitchSchema } from "~/roster/record/private";
import { switchOn } from "~/roster/record/private-settings.server";
import { words } from "~/roster/record/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  const field = found(isPrivateField(params.field) ? params.field : null);
  return handleForm(request, privateSwitchSchema, async (values) => {
    await switchOn(actor, field, values);
    const phrase = fieldPhrase(field, (language, name) => words[language].toasts.fieldOn(name));
    return redirectWithToast("/settings/roster/private", phrase, request);
  });
}
