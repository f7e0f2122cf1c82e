/** The rules as sentences, for whoever may not change them. */
import { useWords } from "~/ui/language";
import { Card, Section } from "~/ui/page";
import { words as audienceWords } from "./words";

export function RulesRead({ sentences, isPublic }: { sentences: string[]; isPublic: boolean }) {
  const words = useWords(audienceWords);
  return (
    <Section title={words.audience}>
      <Card>
        {sentences.length === 0 ? (
          <p className="text-soft">{isPublic ? words.noRulesPublic : words.noRules}</p>
        ) : (
          <ol className="flex flex-col gap-2">
            {sentences.map((sentence, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rules have no other name than their place
              <li key={at}>
                <span className="block text-caption text-soft">{words.rule(at + 1)}</span>
                {sentence}
              </li>
            ))}
          </ol>
        )}
      </Card>
    </Section>
  );
}
