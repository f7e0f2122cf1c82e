/** Takes a roster file in and goes on to what was understood of it. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { refusalsAsErrors } from "~/platform/forms.server";
import { mostSheetBytes } from "~/platform/sheets.server";
import { uploadedFile } from "~/platform/uploads.server";
import { addImport } from "~/roster/import/imports.server";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  return refusalsAsErrors(actor.language, async () => {
    const id = await addImport(actor, await uploadedFile(request, mostSheetBytes));
    return redirect(`/roster/import/${id}`);
  });
}
