/** One person found by name: whether they see the material, and by which rule or why not. */
import { Button } from "~/ui/button";
import { PlainComboboxField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { Card, Section } from "~/ui/page";
import type { Explained } from "./why.server";
import { words as audienceWords } from "./words";

export function WhySection({ explained }: { explained: Explained | null }) {
  const { why: words } = useWords(audienceWords);
  const says = { now: words.reads, later: words.willRead, never: words.readsNot };
  const tones = { now: "green", later: "blue", never: "amber" } as const;
  return (
    <Section title={words.title}>
      <Card>
        <div className="flex max-w-2xl flex-col gap-4">
          <form method="get" className="flex flex-col items-start gap-3">
            <div className="w-full">
              <PlainComboboxField
                key={explained?.person.id}
                name="person"
                label={words.person}
                help={words.help}
                source="/roster/choices"
                chosen={explained?.person}
              />
            </div>
            <Button type="submit">{words.look}</Button>
          </form>
          {explained && (
            <Notice tone={tones[explained.sees]} title={says[explained.sees](explained.person.name)}>
              <ul className="flex flex-col gap-1">
                {explained.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
      </Card>
    </Section>
  );
}
