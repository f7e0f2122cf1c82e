/** Opens a closed account again. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { enableAccount } from "~/accounts/account-changes.server";
import { findAccount } from "~/accounts/accounts.server";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const { id } = found(await findAccount(actor, params.accountId));
  return handleForm(request, z.object({}), async () => {
    await enableAccount(actor, id);
    return redirectWithToast(`/accounts/${id}`, words.enabled, request);
  });
}
