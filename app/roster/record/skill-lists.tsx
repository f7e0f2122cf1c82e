/** The topics and languages of a person, with how far each goes. */
import { useWords } from "~/ui/language";
import { languageWords } from "./language-words";
import type { RecordSkills } from "./record.server";
import { skillWords } from "./skill-words";
import { words as recordWords } from "./words";

const list = "divide-y divide-line rounded-card border border-line bg-paper px-5 phone:px-4";
const line = "flex flex-wrap items-baseline justify-between gap-x-4 py-2.5";

export function TopicList({ topics }: Pick<RecordSkills, "topics">) {
  const words = useWords(recordWords);
  const { topicLevels } = useWords(skillWords);
  if (topics.length === 0) return <p className="text-soft">{words.noTopics}</p>;
  return (
    <ul className={list}>
      {topics.map(({ id, name, level }) => (
        <li key={id} className={line}>
          <span className="font-medium">{name}</span>
          <span className="text-table text-soft">{topicLevels[level]}</span>
        </li>
      ))}
    </ul>
  );
}

export function LanguageList({ languages }: Pick<RecordSkills, "languages">) {
  const words = useWords(recordWords);
  const { languageLevels } = useWords(skillWords);
  const names = useWords(languageWords);
  if (languages.length === 0) return <p className="text-soft">{words.noLanguages}</p>;
  return (
    <ul className={list}>
      {languages.map(({ language, level, written }) => (
        <li key={language} className={line}>
          <span className="font-medium">{names[language]}</span>
          <span className="text-table text-soft">
            {[languageLevels[level], written && words.written].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
