/** What was done to an account, and by whom. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAccount } from "~/accounts/accounts.server";
import { accountTrail } from "~/accounts/audit-book";
import { History } from "~/accounts/audit-history";
import { listHistory } from "~/accounts/audit-lines.server";
import { requireActor } from "~/accounts/index.server";
import { found } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.view");
  const { id } = found(await findAccount(actor, params.accountId));
  return {
    of: { kind: "account", id },
    lines: found(await listHistory(actor, "account", id, [accountTrail])),
  };
}

export default function AccountHistory() {
  return <History {...useLoaderData<typeof loader>()} untitled />;
}
