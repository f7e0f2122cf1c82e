/** The rules of a material as a form: cards that add up, with what they come to beside them. */
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Form, FormActions, SubmitButton, type ZodForm } from "~/ui/form";
import { useWords } from "~/ui/language";
import { Card, Section } from "~/ui/page";
import type { AudiencePage, Counted } from "./audience-page.server";
import { emptyRule, mostRules, type Rule } from "./rule";
import { RuleCard } from "./rule-card";
import { words as audienceWords } from "./words";

interface RulesFormProps {
  materialId: string;
  form: ZodForm<{ rules: Rule[] }>;
  page: Pick<AudiencePage, "names" | "offered" | "topics" | "languages" | "isPublic">;
  counted: Counted;
  isLate: boolean;
  /** The form holds what is not kept. */
  isChanged: boolean;
}

export function RulesForm({ materialId, form, page, counted, isLate, isChanged }: RulesFormProps) {
  const words = useWords(audienceWords);
  const [units, setUnits] = useState(page.names.units);
  const rules = form.watch("rules");
  const setRules = (next: Rule[]) => form.setValue("rules", next, { shouldDirty: true, shouldTouch: true });
  const change = (at: number, part: Partial<Rule>) =>
    setRules(rules.map((rule, place) => (place === at ? { ...rule, ...part } : rule)));
  return (
    <Section title={words.audience}>
      <p className="max-w-2xl text-soft">{words.intro}</p>
      <Form form={form} action={`/materials/${materialId}/audience/rules`}>
        {rules.length === 0 && (
          <EmptyState title={page.isPublic ? words.noRulesPublic : words.noRules}>{null}</EmptyState>
        )}
        {rules.length === 0 && page.offered.length > 0 && (
          <Offered offered={page.offered} onChoose={setRules} />
        )}
        {rules.map((rule, at) => (
          <RuleCard
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have no other name than their place
            key={at}
            number={at + 1}
            rule={rule}
            sentence={isLate ? undefined : counted.sentences[at]}
            choices={page}
            unitName={(id) => units[id] ?? page.names.units[id] ?? "…"}
            onUnit={({ id, name }) => setUnits((known) => ({ ...known, [id]: name }))}
            onChange={(part) => change(at, part)}
            onRemove={() => setRules(rules.filter((_, place) => place !== at))}
          />
        ))}
        {rules.length < mostRules && (
          <span>
            <Button icon={Plus} onPress={() => setRules([...rules, emptyRule])}>
              {words.addRule}
            </Button>
          </span>
        )}
        {isChanged && (
          <FormActions>
            <SubmitButton>{words.save}</SubmitButton>
          </FormActions>
        )}
      </Form>
    </Section>
  );
}

interface OfferedProps {
  offered: AudiencePage["offered"];
  onChoose: (rules: Rule[]) => void;
}

/** The audiences of the last materials: most months go to the same people. */
function Offered({ offered, onChoose }: OfferedProps) {
  const words = useWords(audienceWords);
  return (
    <Card>
      <h3 className="font-semibold">{words.lastUsed}</h3>
      <ul className="divide-y divide-line">
        {offered.map(({ rules, sentences }) => (
          <li key={sentences.join()} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0 flex-1 basis-64">
              {sentences.map((sentence) => (
                <span key={sentence} className="block">
                  {sentence}
                </span>
              ))}
            </span>
            <Button onPress={() => onChoose(rules)}>{words.useAgain}</Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
