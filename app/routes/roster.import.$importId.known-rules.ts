/** Says for a whole file what becomes of a field in which record and file differ. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findImport } from "~/roster/import/imports.server";
import { chooseRules } from "~/roster/import/known/choices.server";
import { rulesSchema } from "~/roster/import/known/known";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const { id } = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, rulesSchema, async (rules) => {
    await chooseRules(actor, id, rules);
    return { done: true };
  });
}
