/** An account's state at a glance. */

import { needsSecondFactor } from "~/accounts/permissions";
import { words } from "~/accounts/words";
import { Badge } from "~/ui/badge";
import { useWords } from "~/ui/language";

const tones = { active: "green", not_activated: "blue", disabled: "red" } as const;

interface AccountBadgesProps {
  state: keyof typeof tones;
  secondFactor: boolean;
  grants: { role: string }[];
}

export function AccountBadges({ state, secondFactor, grants }: AccountBadgesProps) {
  const say = useWords(words);
  const lacksSecondFactor =
    state === "active" && !secondFactor && needsSecondFactor(grants.map(({ role }) => role));
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tones[state]}>{say.states[state]}</Badge>
      {lacksSecondFactor && <Badge tone="amber">{say.states.no_second_factor}</Badge>}
    </span>
  );
}
