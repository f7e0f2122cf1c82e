/** What narrows the list of people by what they can and who they are: plain fields, sent by the list's own form. */

import type { RosterQuery } from "~/roster/roster-query";
import { genders, politicalTheoryLevels } from "~/roster/speaker";
import { words as rosterWords } from "~/roster/words";
import { PlainSelectField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { languageLevels, languages } from "./language";
import { languageWords } from "./language-words";
import { qualificationStates } from "./qualification";
import { skillWords } from "./skill-words";
import { type Topic, topicLevels } from "./topic";

export function SkillFilters({ query, topics }: { query: RosterQuery; topics: Topic[] }) {
  const words = useWords(skillWords);
  const names = useWords(languageWords);
  const { genders: genderLabels, theory } = useWords(rosterWords);
  const labels = words.listFilters;
  const offered = topics.filter(({ id, retired }) => !retired || id === query.topic);
  const choose = <T extends string>(values: readonly T[], of: Record<T, string>) =>
    values.map((value) => ({ value, label: of[value] }));
  const field = (name: SkillFilter, label: string, options: { value: string; label: string }[]) => (
    <PlainSelectField name={name} label={label} options={options} defaultValue={query[name] ?? ""} />
  );
  return (
    <>
      {field(
        "topic",
        labels.topic,
        offered.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {field("topicLevel", labels.topicLevel, choose(topicLevels, words.topicLevels))}
      {field("language", labels.language, choose(languages, names))}
      {field("languageLevel", labels.languageLevel, choose(languageLevels, words.languageLevels))}
      {field("qualification", labels.qualification, choose(qualificationStates, words.qualificationStates))}
      {field("theory", labels.theory, choose(politicalTheoryLevels, theory))}
      {field("gender", labels.gender, choose(genders, genderLabels))}
      {field("age", labels.age, [{ value: "young", label: labels.young }])}
    </>
  );
}

type SkillFilter =
  | "topic"
  | "topicLevel"
  | "language"
  | "languageLevel"
  | "qualification"
  | "theory"
  | "gender"
  | "age";
