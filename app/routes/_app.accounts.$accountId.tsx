/** One account: its head and tabs around what is shown of it. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Pencil } from "lucide-react";
import { stateOf } from "~/accounts/account";
import { findAccountShown } from "~/accounts/accounts.server";
import { AccountBadges } from "~/accounts/administration/account-badges";
import { isManager } from "~/accounts/grants/grants.server";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { found } from "~/platform/found.server";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { Tabs } from "~/ui/tabs";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.view");
  const account = found(await findAccountShown(actor, params.accountId));
  return { account, mayManage: await isManager(actor, account.id), isOwn: account.id === actor.userId };
}

export default function AccountLayout() {
  const page = useLoaderData<typeof loader>();
  const { account, mayManage } = page;
  const say = useWords(words);
  const at = `/accounts/${account.id}`;
  const tabs = [
    { to: at, label: say.general, end: true },
    ...(mayManage ? [{ to: `${at}/sight`, label: say.sight }] : []),
    { to: `${at}/history`, label: say.history },
  ];
  return (
    <Page
      title={account.name}
      summary={
        <AccountBadges
          state={stateOf(account)}
          secondFactor={account.twoFactorEnabled || !account.needsSecondFactor}
          grants={account.grants}
        />
      }
      breadcrumbs={[{ label: say.accounts, to: "/accounts" }]}
      actions={
        mayManage && (
          <ButtonLink to={`${at}/edit`} icon={Pencil}>
            {say.editAccount}
          </ButtonLink>
        )
      }
    >
      <Tabs label={say.account} tabs={tabs} />
      <Outlet context={page} />
    </Page>
  );
}
