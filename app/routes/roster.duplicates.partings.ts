/** "Not the same person": remembered for one pair or many, and never offered again. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { partPairs } from "~/roster/doubles/pair-list.server";
import { pairIdsSchema } from "~/roster/doubles/pair-query";
import { words } from "~/roster/doubles/words";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  return handleForm(request, pairIdsSchema, async ({ ids }) => {
    const count = await partPairs(actor, ids);
    const undo = { undo: `/roster/duplicates/rejoinings?ids=${ids.join(",")}` };
    return redirectWithToast("/roster/duplicates", words.notSameDone(count), request, undo);
  });
}
