/** "Look again now": starts the search for doubles. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { askForSearch } from "~/roster/doubles/search-job.server";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  return handleForm(request, z.object({}), async () => {
    await askForSearch(actor);
    return redirect("/roster/duplicates");
  });
}
