/** What an administrator can do with an account besides its roles. */
import { words } from "~/accounts/words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import type { AccountShown } from "./account-facts";

export function AccountActions({ account, isOwn }: { account: AccountShown; isOwn: boolean }) {
  const say = useWords(words);
  const at = `/accounts/${account.id}`;
  if (account.disabledAt) {
    return (
      <Section title={say.actions}>
        <span className="flex flex-wrap gap-2">
          <PostButton action={`${at}/enabling`}>{say.enable}</PostButton>
          <ButtonLink to={`${at}/handover`}>{say.handOver}</ButtonLink>
        </span>
      </Section>
    );
  }
  return (
    <Section title={say.actions}>
      <span className="flex flex-wrap gap-2">
        <ButtonLink to={`${at}/code`}>{account.activated ? say.makeResetCode : say.makeCode}</ButtonLink>
        <ButtonLink to={`${at}/second-factor`}>{say.secondFactor}</ButtonLink>
        {!isOwn && (
          <>
            <ButtonLink to={`${at}/handover`}>{say.handOver}</ButtonLink>
            <ButtonLink to={`${at}/disabling`} variant="danger">
              {say.disable}
            </ButtonLink>
          </>
        )}
      </span>
    </Section>
  );
}
