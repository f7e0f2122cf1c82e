/** Until when the person may work without a second factor, and where to set it up. */

import { words } from "~/accounts/words";
import { showDay } from "~/platform/clock";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";

export function SecondFactorNotice({ due }: { due: string }) {
  const say = useWords(words);
  return (
    <Notice
      tone="amber"
      title={say.secondFactorDueTitle(showDay(due))}
      actions={<ButtonLink to="/account/second-factor">{say.secondFactorSetUp}</ButtonLink>}
    >
      {say.secondFactorDueText}
    </Notice>
  );
}
