/** Says what holds for everybody in the file. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { importSettingsSchema } from "~/roster/import/choices";
import { changeSettings } from "~/roster/import/imports.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  return handleForm(request, importSettingsSchema, async (values) => {
    await changeSettings(actor, params.importId ?? "", values);
    return { done: true };
  });
}
