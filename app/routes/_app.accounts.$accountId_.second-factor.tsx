/** An account's second factor: a delay, or a new beginning when the phone is lost. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { delaySchema } from "~/accounts/account";
import { delaySecondFactor } from "~/accounts/account-changes.server";
import { findAccount } from "~/accounts/accounts.server";
import { SecondFactorAdministration } from "~/accounts/administration/second-factor-administration";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { dayFromColumn } from "~/platform/clock";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const { id, name, twoFactorEnabled, secondFactorBy } = found(await findAccount(actor, params.accountId));
  return { id, name, twoFactorEnabled, until: dayFromColumn(secondFactorBy) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "accounts.manage");
  const { id } = found(await findAccount(actor, params.accountId));
  return handleForm(request, delaySchema, async ({ until }) => {
    await delaySecondFactor(actor, id, until);
    return redirectWithToast(`/accounts/${id}`, words.delayed, request);
  });
}

export default function SecondFactorAdministrationPage() {
  const account = useLoaderData<typeof loader>();
  const say = useWords(words);
  return (
    <Page
      title={say.secondFactorOf(account.name)}
      breadcrumbs={[
        { label: say.accounts, to: "/accounts" },
        { label: account.name, to: `/accounts/${account.id}` },
      ]}
    >
      <SecondFactorAdministration {...account} />
    </Page>
  );
}
