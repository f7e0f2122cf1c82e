/** Reads a roster file afresh, without what imports like it taught. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findImport } from "~/roster/import/imports.server";
import { forgetRecalled } from "~/roster/import/memory/memories.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const { id } = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, z.object({}), async () => {
    await forgetRecalled(actor, id);
    return { done: true };
  });
}
