/** One rule of an audience: its sentence, then what it asks. */
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { roleWords } from "~/accounts";
import { networks, roles, speakerRoleWords } from "~/roster";
import { Button } from "~/ui/button";
import type { Option } from "~/ui/field";
import { Options, Select } from "~/ui/fields/choice-inputs";
import { Frame } from "~/ui/fields/frame";
import { useWords } from "~/ui/language";
import { levelWords, PlainUnitPicker } from "~/units";
import { openLevels, type Rule, staffRoles } from "./rule";
import { Chips, Ticks } from "./rule-parts";
import { words as audienceWords } from "./words";

export interface RuleChoices {
  topics: Option[];
  languages: Option[];
}

interface RuleCardProps {
  number: number;
  rule: Rule;
  sentence: string | undefined;
  choices: RuleChoices;
  unitName: (id: string) => string;
  onUnit: (unit: { id: string; name: string }) => void;
  onChange: (change: Partial<Rule>) => void;
  onRemove: () => void;
}

export function RuleCard({ number, rule, sentence, ...props }: RuleCardProps) {
  const { choices, unitName, onUnit, onChange, onRemove } = props;
  const words = useWords(audienceWords);
  const { fields } = words;
  const roster = useWords(speakerRoleWords);
  const levelNames = useWords(levelWords);
  const staffNames = useWords(roleWords);
  const [turn, setTurn] = useState(0);
  const options = <T extends string>(values: readonly T[], names: Record<T, string>) =>
    values.map((value) => ({ value, label: names[value] }));
  // The ticks and lists offer nothing but the values of the schema.
  const change = (part: keyof Rule) => (chosen: string[]) => onChange({ [part]: chosen } as Partial<Rule>);
  const without = (part: keyof Rule) => (value: string) =>
    change(part)((rule[part] as string[]).filter((other) => other !== value));
  const isUnfolded =
    [rule.networks, rule.topicIds, rule.languages, rule.staff].some((part) => part.length > 0) || undefined;
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-card border border-line bg-paper p-5 phone:p-4">
      <legend className="sr-only">{words.rule(number)}</legend>
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0 pt-2">
          <span className="block text-caption text-soft">{words.rule(number)}</span>
          <strong className="font-semibold wrap-anywhere">{sentence ?? "…"}</strong>
        </p>
        <Button variant="quiet" icon={Trash2} onPress={onRemove}>
          <span className="phone:sr-only">{words.removeRule(number)}</span>
        </Button>
      </div>
      <Chips
        chips={rule.unitIds.map((id) => ({ value: id, label: unitName(id) }))}
        removeLabel={fields.removeUnit}
        onRemove={without("unitIds")}
      >
        <PlainUnitPicker
          key={turn}
          name={`unit-${number}`}
          label={fields.units}
          help={fields.unitsHelp}
          onChoose={(unit) => {
            if (!unit) return;
            onUnit(unit);
            setTurn(turn + 1);
            change("unitIds")([...new Set([...rule.unitIds, unit.id])]);
          }}
        />
      </Chips>
      <Ticks
        label={fields.roles}
        options={options(roles, roster.roles)}
        chosen={rule.roles}
        onChange={change("roles")}
      />
      <Ticks
        label={fields.levels}
        help={fields.anyHelp}
        options={options(openLevels, levelNames)}
        chosen={rule.levels}
        onChange={change("levels")}
      />
      <details open={isUnfolded}>
        <summary className="inline-flex min-h-control cursor-pointer items-center text-table font-semibold text-accent">
          {words.more}
        </summary>
        <div className="mt-2 flex flex-col gap-4">
          <Ticks
            label={fields.networks}
            options={options(networks, roster.networks)}
            chosen={rule.networks}
            onChange={change("networks")}
          />
          {choices.topics.length > 0 && (
            <Ticks
              label={fields.topics}
              options={choices.topics}
              chosen={rule.topicIds}
              onChange={change("topicIds")}
            />
          )}
          <Chips
            chips={choices.languages.filter(({ value }) => (rule.languages as string[]).includes(value))}
            removeLabel={fields.removeLanguage}
            onRemove={without("languages")}
          >
            <Frame label={fields.languages}>
              {(control) => (
                <Select
                  {...control}
                  value=""
                  onChange={({ target }) =>
                    change("languages")([...new Set([...rule.languages, target.value])])
                  }
                >
                  <option value="">{fields.addLanguage}</option>
                  <Options options={choices.languages} />
                </Select>
              )}
            </Frame>
          </Chips>
          <Ticks
            label={fields.staff}
            help={fields.staffHelp}
            options={options(staffRoles, staffNames)}
            chosen={rule.staff}
            onChange={change("staff")}
          />
        </div>
      </details>
    </fieldset>
  );
}
