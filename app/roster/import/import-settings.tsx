/** What holds for everybody in the file: the unit, the decision, the role, the first day. */
import { useState } from "react";
import { showDay } from "~/platform/clock";
import { words as rosterWords } from "~/roster/words";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Later } from "~/ui/later";
import { Card, Facts, Section } from "~/ui/page";
import { levelWords } from "~/units";
import type { ImportPage } from "./import-page.server";
import { words as importWords } from "./words";

const loadSettingsForm = () => import("./import-settings-form").then((part) => part.SettingsForm);

export function ImportSettingsSection({ id, page }: { id: string; page: ImportPage }) {
  const words = useWords(importWords).settings;
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={words.title}
      actions={!isOpen && <Button onPress={() => setOpen(true)}>{words.edit}</Button>}
    >
      {isOpen ? (
        <Card>
          <Later load={loadSettingsForm} props={{ id, page, onDone: () => setOpen(false) }} />
        </Card>
      ) : (
        <SettingsFacts page={page} />
      )}
    </Section>
  );
}

function SettingsFacts({ page: { settings, unit } }: { page: ImportPage }) {
  const words = useWords(importWords).settings;
  const roster = useWords(rosterWords);
  const levelNames = useWords(levelWords);
  const { number, decidedOn, issuer, kind } = settings.decision;
  const decision =
    number && decidedOn
      ? [words.of(number, showDay(decidedOn)), issuer, roster.kinds[kind]].filter(Boolean).join(", ")
      : words.decisionNone;
  const facts = [
    { label: words.unit, value: unit.name },
    { label: words.decision, value: decision },
    { label: words.startsOn, value: settings.startsOn ? showDay(settings.startsOn) : words.startsOnDecision },
    { label: words.role, value: settings.kind ? roster.roles[settings.kind] : words.roleNone },
    { label: words.network, value: roster.networks[settings.network] },
    { label: words.level, value: settings.level ? levelNames[settings.level] : words.levelOfUnit },
  ];
  return <Facts facts={facts} />;
}
