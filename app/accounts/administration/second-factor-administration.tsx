/** What an administrator can do about somebody's second factor. */
import { words } from "~/accounts/words";
import { addDays, showDay, today } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { DelayForm } from "./account-forms";

interface SecondFactorAdministrationProps {
  id: string;
  twoFactorEnabled: boolean;
  until: string | null;
}

export function SecondFactorAdministration({ id, twoFactorEnabled, until }: SecondFactorAdministrationProps) {
  const say = useWords(words);
  if (twoFactorEnabled) {
    return (
      <Section title={say.resetSecondFactor}>
        <p className="max-w-prose">{say.resetSecondFactorText}</p>
        <span>
          <PostButton action={`/accounts/${id}/second-factor-reset`} variant="danger">
            {say.resetSecondFactor}
          </PostButton>
        </span>
      </Section>
    );
  }
  const isOpen = until !== null && until >= today();
  return (
    <Section title={say.delay}>
      <span>
        <Badge tone="amber">
          {isOpen ? say.secondFactorDelayedUntil(showDay(until)) : say.secondFactorOwed}
        </Badge>
      </span>
      <p className="max-w-prose">{say.delayText}</p>
      <DelayForm until={isOpen ? until : addDays(today(), 7)} />
    </Section>
  );
}
