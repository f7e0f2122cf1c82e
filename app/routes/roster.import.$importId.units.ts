/** Says which unit a text in the file means. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { unitChoiceSchema } from "~/roster/import/choices";
import { chooseUnit } from "~/roster/import/imports.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  return handleForm(request, unitChoiceSchema, async (values) => {
    await chooseUnit(actor, params.importId ?? "", values);
    return { done: true };
  });
}
