/** Takes a role back from an account. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { findAccount } from "~/accounts/accounts.server";
import { revokeRole } from "~/accounts/grants/grants.server";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const { id, grants } = found(await findAccount(actor, params.accountId));
  const grant = found(grants.find((one) => one.id === params.grantId));
  return handleForm(request, z.object({}), async () => {
    await revokeRole(actor, id, grant.id);
    return redirectWithToast(`/accounts/${id}`, words.roleRevoked, request);
  });
}
