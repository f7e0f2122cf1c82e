/** Types over a row of the file, or takes that back. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { rowFixSchema } from "~/roster/import/choices";
import { fixRow } from "~/roster/import/imports.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  return handleForm(request, rowFixSchema, async (values) => {
    await fixRow(actor, params.importId ?? "", values);
    return { done: true };
  });
}
