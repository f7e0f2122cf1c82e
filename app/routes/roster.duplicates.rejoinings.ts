/** "Undo" after saying that two records are two people. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { rejoinPairs } from "~/roster/doubles/pair-list.server";
import { pairIdsSchema } from "~/roster/doubles/pair-query";
import { words } from "~/roster/doubles/words";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const asked = (new URL(request.url).searchParams.get("ids") ?? "").split(",");
  return handleForm(request, z.object({}), async () => {
    const { data } = pairIdsSchema.safeParse({ ids: asked });
    await rejoinPairs(actor, data?.ids ?? []);
    return redirectWithToast("/roster/duplicates", words.notSameUndone, request);
  });
}
