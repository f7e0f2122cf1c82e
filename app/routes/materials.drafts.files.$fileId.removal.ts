/** Takes a file or link out of the version that is being prepared. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { takeOutFile } from "~/materials/versions/files.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const fileId = idIn(params.fileId);
  return handleForm(request, z.object({}), async () => {
    found((await takeOutFile(actor, fileId)) || null);
    return { done: true };
  });
}
