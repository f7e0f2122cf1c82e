/** Removes a term that no appointment names. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { termWords } from "~/roster/terms/term-words";
import { findTerm, removeTerm } from "~/roster/terms/terms.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  const { id, name } = found(await findTerm(actor, idIn(params.termId)));
  return handleForm(request, z.object({}), async () => {
    found((await removeTerm(actor, id)) || null);
    return redirectWithToast("/roster/terms/all", termWords.terms.removed(name), request);
  });
}
