/** What the languages of materials are called. */
import type { Language } from "~/platform/words";
import { languageWords } from "~/roster";
import { words } from "./words";

export function languageLabels(language: Language): Record<string, string> {
  return { vi: words[language].vietnamese, ...languageWords[language] };
}
