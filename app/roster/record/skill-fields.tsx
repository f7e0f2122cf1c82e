/** The fields of topics, one line each, and of languages, a line more than there are. */
import { useFormContext } from "react-hook-form";
import { CheckboxField, SelectField } from "~/ui/field";
import { Options, Select } from "~/ui/fields/choice-inputs";
import { Frame } from "~/ui/fields/frame";
import { useRegistered } from "~/ui/fields/text-fields";
import { useWords } from "~/ui/language";
import { languageLevels, languages, minorityLanguages } from "./language";
import { languageWords } from "./language-words";
import { skillWords } from "./skill-words";
import { type Topic, topicLevels } from "./topic";
import { words as recordWords } from "./words";

export function TopicFields({ topics }: { topics: Topic[] }) {
  const words = useWords(recordWords);
  if (topics.length === 0) return <p className="text-soft">{words.noTopicList}</p>;
  return (
    <>
      <p className="text-soft">{words.topicsHelp}</p>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper px-5 phone:px-4">
        {topics.map((topic) => (
          <TopicField key={topic.id} topic={topic} />
        ))}
      </ul>
    </>
  );
}

function TopicField({ topic: { id, name, retired } }: { topic: Topic }) {
  const words = useWords(recordWords);
  const { topicLevels: levels } = useWords(skillWords);
  const registered = useRegistered(`topics.${id}`);
  return (
    <li className="grid grid-cols-[1fr_12rem] items-center gap-x-4 gap-y-1 py-2.5 phone:grid-cols-1">
      <label htmlFor={`topic-${id}`} className="font-medium">
        {name}
        {retired && <span className="font-normal text-caption text-soft"> ({words.retired})</span>}
      </label>
      <Select id={`topic-${id}`} {...registered}>
        <option value="">{words.notThis}</option>
        <Options options={topicLevels.map((value) => ({ value, label: levels[value] }))} />
      </Select>
    </li>
  );
}

const foreignLanguages = languages.slice(minorityLanguages.length + 1);

export function LanguageFields() {
  const words = useWords(recordWords);
  const { languageLevels: levels } = useWords(skillWords);
  const { watch } = useFormContext<{ languages: { language: string }[] }>();
  const rows = watch("languages");
  const shown = rows.slice(0, rows.findLastIndex(({ language }) => language) + 2);
  return (
    <>
      <p className="text-soft">{words.languagesHelp}</p>
      {shown.map((row, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of the form is its place
          key={at}
          className="grid grid-cols-[1fr_11rem] gap-x-4 gap-y-2 rounded-card border border-line bg-paper px-5 py-4 phone:grid-cols-1 phone:px-4"
        >
          <LanguageField at={at} />
          {row.language && (
            <SelectField
              name={`languages.${at}.level`}
              label={words.languageLevel}
              required
              options={languageLevels.map((value) => ({ value, label: levels[value] }))}
            />
          )}
          {row.language && row.language !== "sign_vn" && (
            <CheckboxField name={`languages.${at}.written`} label={words.written} />
          )}
        </div>
      ))}
    </>
  );
}

function LanguageField({ at }: { at: number }) {
  const words = useWords(recordWords);
  const labels = useWords(languageWords);
  const registered = useRegistered(`languages.${at}.language`);
  const options = (some: readonly (keyof typeof labels)[]) => (
    <Options options={some.map((value) => ({ value, label: labels[value] }))} />
  );
  return (
    <Frame label={words.language}>
      {(control) => (
        <Select {...control} {...registered}>
          <option value="">{words.none}</option>
          <optgroup label={words.languageGroups.minority}>{options(minorityLanguages)}</optgroup>
          <optgroup label={words.languageGroups.sign}>{options(["sign_vn"])}</optgroup>
          <optgroup label={words.languageGroups.foreign}>{options(foreignLanguages)}</optgroup>
        </Select>
      )}
    </Frame>
  );
}
