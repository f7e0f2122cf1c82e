/** Says which unit a text in the file means. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { unitChoiceSchema } from "~/roster/import/choices";
import { chooseUnit, findImport } from "~/roster/import/imports.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const { id } = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, unitChoiceSchema, async (values) => {
    await chooseUnit(actor, id, values);
    return { done: true };
  });
}
