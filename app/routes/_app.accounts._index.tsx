/** The list of accounts within one's reach. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus, ShieldQuestion } from "lucide-react";
import { may } from "~/accounts";
import { readAccountQuery } from "~/accounts/account-query";
import { listAccounts } from "~/accounts/accounts.server";
import { AccountList } from "~/accounts/administration/account-table";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Page } from "~/ui/page";
import { findUnit } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "accounts.view");
  const query = readAccountQuery(new URL(request.url));
  const [found, unit] = await Promise.all([
    listAccounts(actor, query),
    query.unit && findUnit(actor, query.unit),
  ]);
  return {
    ...found,
    query,
    unit: unit ? { id: unit.id, name: unit.name } : null,
    mayManage: may(actor, "accounts.manage"),
  };
}

export default function AccountsPage() {
  const { mayManage, ...list } = useLoaderData<typeof loader>();
  const say = useWords(words);
  const language = useLanguage();
  return (
    <Page
      title={say.accounts}
      summary={say.accountCount(showNumber(list.total, language))}
      actions={
        <>
          <ButtonLink to="/accounts/permissions" icon={ShieldQuestion}>
            {say.permissions}
          </ButtonLink>
          {mayManage && (
            <ButtonLink to="/accounts/new" icon={Plus} variant="primary">
              {say.addAccount}
            </ButtonLink>
          )}
        </>
      }
    >
      <AccountList {...list} />
    </Page>
  );
}
