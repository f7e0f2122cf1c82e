/** Why a file was refused, in whole sentences: what was found, what the law says, where the document belongs. */
import type { Phrase } from "~/platform/words";
import { words } from "./words";

/** One phrase of these, one behind the other. */
function together(...phrases: Phrase[]): Phrase {
  return {
    vi: phrases.map(({ vi }) => vi).join(" "),
    en: phrases.map(({ en }) => en).join(" "),
  };
}

export const markInName = together(words.markInName, words.law, words.mistaken);
export const markInText = together(words.markInText, words.law, words.mistaken);
export const knownSecret = together(words.known, words.law);
