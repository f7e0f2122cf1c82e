/** Says who a row of the file is in the roster, who it is not, and what becomes of its fields. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findImport } from "~/roster/import/imports.server";
import { chooseForRow } from "~/roster/import/known/choices.server";
import { rowChoiceSchema } from "~/roster/import/known/known";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const { id } = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, rowChoiceSchema, async (values) => {
    await chooseForRow(actor, id, values);
    return { done: true };
  });
}
