/** What an account is: facts, roles, and what an administrator can do with it. */
import { useOutletContext } from "@remix-run/react";
import { AccountActions } from "~/accounts/administration/account-actions";
import { AccountFacts, type AccountShown, GrantList } from "~/accounts/administration/account-facts";
import { words } from "~/accounts/words";
import { dayOf, showDay } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";

export default function AccountPage() {
  const { account, mayManage, isOwn } = useOutletContext<{
    account: AccountShown;
    mayManage: boolean;
    isOwn: boolean;
  }>();
  const say = useWords(words);
  return (
    <>
      {account.disabledAt && (
        <Notice tone="red">
          {say.disabledSince(showDay(dayOf(account.disabledAt)), account.disabledReason ?? "")}
        </Notice>
      )}
      <AccountFacts account={account} />
      <GrantList accountId={account.id} grants={account.grants} mayManage={mayManage} />
      {mayManage && <AccountActions account={account} isOwn={isOwn} />}
    </>
  );
}
