/** Starts adding everybody who is ready. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { startImport } from "~/roster/import/imports.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  return handleForm(request, z.object({}), async () => {
    await startImport(actor, params.importId ?? "");
    return redirect(`/roster/import/${params.importId}`);
  });
}
