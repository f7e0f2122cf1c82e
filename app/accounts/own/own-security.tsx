/** The password and the second factor of one's own account, as they stand, with what can be done. */

import { words } from "~/accounts/words";
import { showDay } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Facts, Section } from "~/ui/page";

interface OwnSecurityProps {
  twoFactorEnabled: boolean;
  /** Until when it may stay off; null: it is on, or not needed. */
  secondFactorDue: string | null;
}

export function OwnSecurity({ twoFactorEnabled, secondFactorDue }: OwnSecurityProps) {
  const say = useWords(words);
  const state = twoFactorEnabled ? (
    <Badge tone="green">{say.on}</Badge>
  ) : (
    <>
      <Badge tone={secondFactorDue ? "amber" : "neutral"}>{say.off}</Badge>{" "}
      {secondFactorDue && say.delayedUntil(showDay(secondFactorDue))}
    </>
  );
  return (
    <Section
      title={say.security}
      actions={
        <>
          <ButtonLink to="/account/password">{say.changePassword}</ButtonLink>
          {twoFactorEnabled ? (
            <>
              <ButtonLink to="/account/recovery-codes">{say.renewRecoveryCodes}</ButtonLink>
              <ButtonLink to="/account/second-factor-move">{say.moveSecondFactor}</ButtonLink>
            </>
          ) : (
            <ButtonLink to="/account/second-factor">{say.secondFactorTitle}</ButtonLink>
          )}
        </>
      }
    >
      <Facts facts={[{ label: say.secondFactor, value: state }]} />
    </Section>
  );
}
