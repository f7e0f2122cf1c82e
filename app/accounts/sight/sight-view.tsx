/** What another person sees and why: a question to ask, the reach of each permission, the menu. */

import type { Role } from "~/accounts/permissions";
import { roleWords } from "~/accounts/role-words";
import { permissionWords, words } from "~/accounts/words";
import { showDay } from "~/platform/clock";
import { Button } from "~/ui/button";
import { PlainComboboxField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Facts, Section } from "~/ui/page";
import type { SightAnswer, SightReach } from "./sight";

interface SightViewProps {
  name: string;
  reach: SightReach;
  menu: string[];
  answer: SightAnswer | null;
}

export function SightView({ name, reach, menu, answer }: SightViewProps) {
  const say = useWords(words);
  const can = useWords(permissionWords);
  const roles = useWords(roleWords);
  return (
    <>
      <p className="max-w-prose text-soft">{say.sightSummary(name)}</p>
      <Section title={say.sightCheck}>
        <form method="get" className="flex max-w-2xl flex-wrap items-end gap-3">
          <div className="min-w-64 flex-1">
            <PlainComboboxField name="subject" label={say.sightSubject} source="/accounts/sight-choices" />
          </div>
          <Button type="submit" variant="primary">
            {say.sightAsk}
          </Button>
        </form>
        {answer && <Answer name={name} {...answer} />}
      </Section>
      <Section title={say.sightReach}>
        <Facts
          facts={[
            ...reach.grants.map(({ role, unit, permissions }) => ({
              label: say.sightBy(roles[role as Role], unit),
              value: <List items={permissions.map((permission) => can[permission])} />,
            })),
            {
              label: say.sightLacks,
              value: reach.lacks.length > 0 && (
                <List items={reach.lacks.map((permission) => can[permission])} />
              ),
            },
          ]}
        />
      </Section>
      <Section title={say.sightMenu}>
        <p>{menu.join(" · ")}</p>
      </Section>
    </>
  );
}

function List({ items }: { items: string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Answer({ name, subject, sees, reason }: SightAnswer & { name: string }) {
  const say = useWords(words);
  return (
    <Notice
      tone={sees ? "green" : "amber"}
      title={sees ? say.sightYes(name, subject) : say.sightNo(name, subject)}
    >
      <Reason {...reason} />
    </Notice>
  );
}

function Reason(reason: SightAnswer["reason"]) {
  const say = useWords(words);
  const roles = useWords(roleWords);
  if (reason.kind === "disabled") return say.sightDisabled;
  if (reason.kind === "noRole") return say.sightNoRole;
  if (reason.kind === "outside") return say.sightOutside(reason.unit);
  const { role, unit, granter, day } = reason;
  return say.sightBecause(roles[role as Role], unit, granter ?? say.theSystem, showDay(day));
}
