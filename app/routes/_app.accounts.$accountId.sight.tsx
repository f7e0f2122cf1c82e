/** What the account's person sees, and why. Read only; each opening is logged. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAccount } from "~/accounts/accounts.server";
import { requireActor } from "~/accounts/index.server";
import { explainSight, noteSight, reachOf } from "~/accounts/sight/sight.server";
import { SightView } from "~/accounts/sight/sight-view";
import { sectionsFor } from "~/nav";
import { found } from "~/platform/found.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const account = found(await findAccount(actor, params.accountId));
  const subject = new URL(request.url).searchParams.get("subject") ?? "";
  const answer = subject ? found(await explainSight(actor, account, subject)) : null;
  await noteSight(actor, account, answer?.subject);
  const menu = sectionsFor({ ...account, hasRecord: account.speaker !== null }).map(
    ({ label }) => label[actor.language],
  );
  return { name: account.name, reach: reachOf(account), menu, answer };
}

export default function SightPage() {
  return <SightView {...useLoaderData<typeof loader>()} />;
}
