/** What the columns of topics and languages say of a row's person, and what of it fits no list and goes to the note. */
import { fold, tidy } from "~/platform/text";
import { type LanguageSkill, mostLanguages } from "~/roster/record/language";
import { languageWords } from "~/roster/record/language-words";
import type { PersonValues } from "./check";
import { textOf } from "./sheet";
import { readLanguages, readTopics } from "./skills";
import type { PersonRow } from "./understand";
import { words } from "./words";

/** A topic of the department's list. */
export interface ListedTopic {
  id: string;
  name: string;
}

export interface PersonSkills {
  topics: ListedTopic[];
  languages: LanguageSkill[];
  /** What fits neither list, as the note tells it. */
  left: string[];
}

const longest = 500;

/** Of a language whose level is not said the least is claimed. */
export function readSkills(cells: PersonRow["cells"], listed: readonly ListedTopic[]): PersonSkills {
  const topics = readTopics(textOf(cells.topic).slice(0, longest), listed);
  const languages = readLanguages(textOf(cells.language).slice(0, longest));
  const { vi } = words;
  const spoken = languages.found.map(({ language, level }) => ({
    language,
    level: level ?? ("basic" as const),
    written: false,
  }));
  const { kept, left } = keepRoom(spoken, mostLanguages);
  return {
    topics: topics.found.map(({ id, name }) => ({ id, name })),
    languages: kept,
    left: [
      ...leftOf(topics.left, vi.leftOver.topics),
      ...leftOf(languages.left, vi.leftOver.languages),
      ...left,
    ],
  };
}

/** A record has room for so many languages; the others are told as what fits no list. */
export function keepRoom(languages: LanguageSkill[], most: number) {
  const names = languages.slice(most).map(({ language }) => languageWords.vi[language]);
  return { kept: languages.slice(0, most), left: leftOf(names, words.vi.leftOver.languages) };
}

function leftOf(parts: string[], say: (texts: string) => string): string[] {
  const telling = parts.filter(tells);
  return telling.length > 0 ? [say(telling.join(", "))] : [];
}

/** "Không", a dash or a cross is how an empty cell is written. */
function tells(part: string): boolean {
  return /[\p{L}\p{N}]/u.test(part) && !/^(khong( co| biet)?|chua( co)?|x|0)$/.test(fold(tidy(part)));
}

/** The note with what the lists have no place for. */
export function fullNote({ note, left }: Pick<PersonValues, "note" | "left">): string | null {
  return joinNotes(note, ...left);
}

export function joinNotes(...parts: (string | null)[]): string | null {
  return parts.filter(Boolean).join("; ").slice(0, 2000) || null;
}
