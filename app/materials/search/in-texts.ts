/** The way from Ctrl+K into the search in materials. */
import type { Language } from "~/platform/words";
import type { FoundEntry } from "~/ui/use-found";
import { words } from "./words";

export function inTextsEntry(q: string, language: Language): FoundEntry {
  const { inTexts, inTextsNote } = words[language];
  const to = `/library/search?${new URLSearchParams({ q })}`;
  return { kind: "text", label: inTexts(q), note: inTextsNote, to };
}
