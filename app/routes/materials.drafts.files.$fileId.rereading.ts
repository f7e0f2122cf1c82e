/** Has the text of a file read anew. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { readAgain } from "~/materials/intake/reading-again.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const fileId = idIn(params.fileId);
  return handleForm(request, z.object({}), async () => {
    found(await readAgain(actor, fileId));
    return { done: true };
  });
}
