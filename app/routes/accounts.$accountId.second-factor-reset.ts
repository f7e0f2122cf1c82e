/** Takes an account's second factor off: the phone is lost. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { resetSecondFactor } from "~/accounts/account-changes.server";
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
    await resetSecondFactor(actor, id);
    return redirectWithToast(`/accounts/${id}`, words.secondFactorReset, request);
  });
}
