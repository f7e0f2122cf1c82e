/** Throws away a roster file that was never imported. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { findImport } from "~/roster/import/imports.server";
import { throwAway } from "~/roster/import/original/removal.server";
import { words } from "~/roster/import/original/words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.import");
  const { id, fileName } = found(await findImport(actor, idIn(params.importId)));
  return handleForm(request, z.object({}), async () => {
    await throwAway(actor, id);
    return redirectWithToast("/roster/import", words.thrownAway(fileName), request);
  });
}
