/** Begins to import a file of units, as it was looked at. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { importOptionsSchema } from "~/units/import/import";
import { findUnitFile } from "~/units/import/preview.server";
import { importUnitsLater } from "~/units/jobs.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "units.edit");
  const { fileId = "" } = params;
  found(await findUnitFile(actor, fileId, { only: "" }));
  return handleForm(request, importOptionsSchema, async (options) => {
    const run = await importUnitsLater(actor, fileId, options);
    return redirect(`/units/import/${fileId}?run=${run}`);
  });
}
