/** Types over a row of the file, or takes that back. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { rowFixSchema } from "~/roster/import/choices";
import { findImport, fixRow } from "~/roster/import/imports.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const { id } = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, rowFixSchema, async (values) => {
    await fixRow(actor, id, values);
    return { done: true };
  });
}
