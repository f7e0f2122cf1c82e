/** A proposed field in words: its label and its value. */
import { showPhone } from "~/platform/phone";
import type { Language } from "~/platform/words";
import { languageWords } from "~/roster/record/language-words";
import { skillWords } from "~/roster/record/skill-words";
import type { Topic } from "~/roster/record/topic";
import { words as recordWords } from "~/roster/record/words";
import { showPartialDay } from "~/roster/speaker";
import { words as rosterWords } from "~/roster/words";
import {
  type CorrectionLine,
  fieldsOfPart,
  type Proposed,
  type ProposedField,
  proposalParts,
} from "./proposal";

export function labelOf(field: ProposedField, language: Language): string {
  const labels: Record<string, string> = { ...recordWords[language].fields, ...rosterWords[language].fields };
  return labels[field] ?? field;
}

/** "" where nothing stands. */
export function valueInWords(
  field: ProposedField,
  values: Proposed,
  language: Language,
  topics: Pick<Topic, "id" | "name">[],
): string {
  const { genders, theory } = rosterWords[language];
  const { topicLevels, languageLevels } = skillWords[language];
  if (field === "birth") return values.birth ? showPartialDay(values.birth) : "";
  if (field === "phone") return values.phone ? showPhone(values.phone) : "";
  if (field === "gender") return values.gender ? genders[values.gender as keyof typeof genders] : "";
  if (field === "politicalTheory") {
    return values.politicalTheory ? theory[values.politicalTheory as keyof typeof theory] : "";
  }
  if (field === "topics") {
    const levels = values.topics ?? {};
    return topics
      .flatMap(({ id, name }) => (levels[id] ? [`${name}: ${topicLevels[levels[id]]}`] : []))
      .join("; ");
  }
  if (field === "languages") {
    const { written: reads } = recordWords[language];
    return (values.languages ?? [])
      .map((skill) => {
        const level = languageLevels[skill.level];
        return `${languageWords[language][skill.language]} (${skill.written ? `${level}, ${reads}` : level})`;
      })
      .join("; ");
  }
  return values[field] ?? "";
}

/** The fields of a request in the order of the record. */
export function linesOf(
  { before, after, taken }: { before: Proposed; after: Proposed; taken: string[] },
  language: Language,
  topics: Pick<Topic, "id" | "name">[],
): CorrectionLine[] {
  return proposalParts
    .flatMap((part) => fieldsOfPart[part])
    .filter((field) => field in after)
    .map((field) => ({
      field,
      label: labelOf(field, language),
      before: valueInWords(field, before, language, topics),
      proposed: valueInWords(field, after, language, topics),
      isTaken: taken.includes(field),
    }));
}
