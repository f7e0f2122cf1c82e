/** Where the reader is in a file, told now and then. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findReaderFile, keepPlace } from "~/materials/reading/reader-files.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

const placeSchema = z.object({ page: z.number().int().min(1).max(100_000) });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const file = found(await findReaderFile(actor, idIn(params.fileId)));
  return handleForm(request, placeSchema, async ({ page }) => {
    await keepPlace(actor, file, page);
    return { page };
  });
}
