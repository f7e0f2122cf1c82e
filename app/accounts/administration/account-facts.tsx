/** What an account is, and its roles with who granted them. */
import type { Account } from "~/accounts/accounts.server";
import type { Role } from "~/accounts/permissions";
import { roleWords } from "~/accounts/role-words";
import { words } from "~/accounts/words";
import { dayOf, showDay, showMoment } from "~/platform/clock";
import { showPhone } from "~/platform/phone";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Facts, Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { TextLink } from "~/ui/text-link";

/** An account as its page gets it: days and names are ready to be read. */
export interface AccountShown
  extends Pick<
    Account,
    | "id"
    | "name"
    | "username"
    | "phone"
    | "twoFactorEnabled"
    | "needsSecondFactor"
    | "disabledAt"
    | "disabledReason"
    | "lastSignInAt"
    | "activated"
    | "speaker"
    | "codes"
  > {
  secondFactorBy: string | null;
  grants: { id: string; role: string; unit: string; granter: string | null; createdAt: Date }[];
}

export function AccountFacts({ account }: { account: AccountShown }) {
  const say = useWords(words);
  const { phone, speaker, lastSignInAt } = account;
  const [code] = account.codes;
  return (
    <Facts
      facts={[
        { label: say.username, value: account.username },
        { label: say.phone, value: phone && showPhone(phone) },
        { label: say.secondFactor, value: secondFactorText(account, say) },
        { label: say.lastSignIn, value: lastSignInAt ? showMoment(lastSignInAt) : say.neverSignedIn },
        {
          label: say.speaker,
          value: speaker && <TextLink to={`/roster/${speaker.id}`}>{speaker.fullName}</TextLink>,
        },
        { label: say.oneTimeCode, value: code && say.codeOpen(showDay(dayOf(code.expiresAt))) },
      ]}
    />
  );
}

function secondFactorText(account: AccountShown, say: (typeof words)["vi"]): string {
  if (account.twoFactorEnabled) return say.on;
  if (!account.needsSecondFactor) return say.secondFactorNotNeeded;
  return account.secondFactorBy
    ? say.secondFactorDelayedUntil(showDay(account.secondFactorBy))
    : say.secondFactorOwed;
}

interface GrantListProps {
  accountId: string;
  grants: AccountShown["grants"];
  mayManage: boolean;
}

export function GrantList({ accountId, grants, mayManage }: GrantListProps) {
  const say = useWords(words);
  const roles = useWords(roleWords);
  return (
    <Section
      title={say.roles}
      actions={mayManage && <ButtonLink to={`/accounts/${accountId}/grants`}>{say.grantRole}</ButtonLink>}
    >
      {grants.length === 0 && <p className="text-soft">{say.noRoles}</p>}
      <ul className="rounded-card border border-line bg-paper empty:hidden">
        {grants.map(({ id, role, unit, granter, createdAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-5 py-3 last:border-0 phone:px-4"
          >
            <span>
              <span className="block font-medium">{roles[role as Role]}</span>
              <span className="block">{unit}</span>
              <span className="block text-table text-soft">
                {say.grantedBy(granter ?? say.theSystem, showDay(dayOf(createdAt)))}
              </span>
            </span>
            {mayManage && (
              <PostButton action={`/accounts/${accountId}/grants/${id}/revocation`}>
                {say.revokeRole}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
