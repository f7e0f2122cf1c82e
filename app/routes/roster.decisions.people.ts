/** People for the list of an act: by their ids, of a unit, or by pasted names. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { askedPeopleSchema } from "~/roster/acts/candidates";
import { findCandidates } from "~/roster/acts/candidates.server";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "decisions.edit");
  return handleForm(request, askedPeopleSchema, async (asked) =>
    Response.json(await findCandidates(actor, asked)),
  );
}
