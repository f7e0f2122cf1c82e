/** Says what holds for everybody in the file. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { importSettingsSchema } from "~/roster/import/choices";
import { changeSettings, findImport } from "~/roster/import/imports.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const { id } = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, importSettingsSchema, async (values) => {
    await changeSettings(actor, id, values);
    return { done: true };
  });
}
