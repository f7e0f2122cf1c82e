/** Says that everybody in the file who may be somebody of the roster is the likeliest of them. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findImport } from "~/roster/import/imports.server";
import { chooseSameForAll } from "~/roster/import/known/choices.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const record = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, z.object({}), async () => {
    await chooseSameForAll(actor, record);
    return { done: true };
  });
}
