/** Takes a file of units in and goes on to what was understood of it. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { refusalsAsErrors } from "~/platform/forms.server";
import { mostSheetBytes } from "~/platform/sheets.server";
import { uploadedFile } from "~/platform/uploads.server";
import { addUnitFile } from "~/units/import/preview.server";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  return refusalsAsErrors(actor.language, async () => {
    const { name, bytes } = await uploadedFile(request, mostSheetBytes);
    const id = await addUnitFile(actor, name, bytes);
    return redirect(`/units/import/${id}`);
  });
}
