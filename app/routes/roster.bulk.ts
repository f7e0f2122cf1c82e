/** Begins a bulk edit with the people chosen on the list. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { startBulk } from "~/roster/bulk/bulk-edits.server";
import { choiceSchema } from "~/roster/bulk/operation";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  return handleForm(request, choiceSchema, async ({ does, ...choice }) => {
    const id = await startBulk(actor, choice);
    return redirect(`/roster/bulk/${id}/operation${does ? `?does=${does}` : ""}`);
  });
}
