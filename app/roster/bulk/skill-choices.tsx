/** Which topics or which language, and how well: added, or taken away. */
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { languageLevels, languages, minorityLanguages } from "~/roster/record/language";
import { languageWords } from "~/roster/record/language-words";
import { skillWords } from "~/roster/record/skill-words";
import { type Topic, topicLevels } from "~/roster/record/topic";
import { CheckboxesField, CheckboxField, RadioField, SelectField } from "~/ui/field";
import { Options, Select } from "~/ui/fields/choice-inputs";
import { Frame } from "~/ui/fields/frame";
import { useRegistered } from "~/ui/fields/text-fields";
import { useWords } from "~/ui/language";
import { ways } from "./operation";
import { words as bulkWords } from "./words";

export function TopicChoice({ topics }: { topics: Topic[] }) {
  const words = useWords(bulkWords);
  const { topicLevels: levels } = useWords(skillWords);
  return (
    <>
      <WayField />
      <CheckboxesField
        name="topicIds"
        label={words.topics}
        options={topics.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <WhenAdding>
        <SelectField
          name="level"
          label={words.level}
          options={topicLevels.map((value) => ({ value, label: levels[value] }))}
          required
        />
        <CheckboxField name="overwrite" label={words.overwrite} help={words.overwriteHelp} />
      </WhenAdding>
    </>
  );
}

export function LanguageChoice() {
  const words = useWords(bulkWords);
  const { languageLevels: levels } = useWords(skillWords);
  return (
    <>
      <WayField />
      <LanguageField />
      <WhenAdding>
        <SelectField
          name="level"
          label={words.level}
          options={languageLevels.map((value) => ({ value, label: levels[value] }))}
          required
        />
        <CheckboxField name="written" label={words.writtenToo} />
        <CheckboxField name="overwrite" label={words.overwrite} help={words.overwriteHelp} />
      </WhenAdding>
    </>
  );
}

function LanguageField() {
  const words = useWords(bulkWords);
  const labels = useWords(languageWords);
  const registered = useRegistered("language");
  const options = (some: readonly (keyof typeof labels)[]) => (
    <Options options={some.map((value) => ({ value, label: labels[value] }))} />
  );
  return (
    <Frame label={words.language} required>
      {(control) => (
        <Select {...control} {...registered}>
          <optgroup label={words.languageGroups.minority}>{options(minorityLanguages)}</optgroup>
          <optgroup label={words.languageGroups.sign}>{options(["sign_vn"])}</optgroup>
          <optgroup label={words.languageGroups.foreign}>
            {options(languages.slice(minorityLanguages.length + 1))}
          </optgroup>
        </Select>
      )}
    </Frame>
  );
}

function WayField() {
  const words = useWords(bulkWords);
  return (
    <RadioField
      name="way"
      label={words.way}
      options={ways.map((value) => ({ value, label: words.ways[value] }))}
    />
  );
}

function WhenAdding({ children }: { children: ReactNode }) {
  const { watch } = useFormContext<{ way: string }>();
  return watch("way") === "add" ? children : null;
}
