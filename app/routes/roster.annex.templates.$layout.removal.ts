/** Drops the department's own template of an annex: ours is used again. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { removeTemplate } from "~/roster/annex/annex.server";
import { layouts } from "~/roster/annex/annex-content";
import { annexWords } from "~/roster/annex/annex-words";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  const layout = found(layouts.find((one) => one === params.layout));
  return handleForm(request, z.object({}), async () => {
    await removeTemplate(actor, layout);
    return redirectWithToast("/roster/annex", annexWords.removed, request);
  });
}
