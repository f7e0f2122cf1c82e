/** Says how a sheet is to be read: its head row, its columns. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { readingChoiceSchema } from "~/roster/import/choices";
import { changeReading, findImport } from "~/roster/import/imports.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const { id } = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, readingChoiceSchema, async (values) => {
    await changeReading(actor, id, values);
    return { done: true };
  });
}
