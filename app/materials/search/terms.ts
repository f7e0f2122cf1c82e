/** What a reader types into the search of materials, as words, phrases and document numbers; cut as migration 0011 cuts pages. */
import { fold, tidy } from "~/platform/text";

/** A word without tone marks, and the letters of it that bear some ("miệng": "mieng" and "ệ"). */
export interface Word {
  plain: string;
  marks: string;
}

export interface Term {
  /** One word, or several that follow one another: in quotes, or typed as one ("241-KH/TU"). */
  words: Word[];
  /** The last word may go on: it is still being typed. */
  isOpen: boolean;
  /** A document number as one word: "241khtu". */
  squeezed: string | null;
  /** Documents that hold it are left out. */
  isMinus: boolean;
}

/** What parts words in `search_words` of migration 0011. */
export const wordPattern = /(?:[\p{L}\p{Nd}]|[\u0300-\u036f])+/gu;
const most = 12;
/** "241 - KH/TU", "241 -KH/TU": no minus-word. */
const spacedNumber = /(\d)\s*[-–]\s*(?=\p{L}+\/)/gu;

/** Minus-words alone find nothing: there must be something to look for. */
export function termsOf(q: string): Term[] {
  const typed = tidy(q.slice(0, 200))
    .replace(/[“”„«»]/g, '"')
    .toLowerCase()
    .replace(spacedNumber, "$1-");
  const endsOpen = !/["”»\s]$/.test(q);
  const pieces = [...typed.matchAll(/(^|\s)(-?)(?:"([^"]*)"?|(\S+))/gu)];
  const terms = pieces.flatMap(([whole, , minus, quoted, loose], place) => {
    const text = quoted ?? loose ?? "";
    const words = wordsOf(text).slice(0, most);
    const [last] = words.slice(-1);
    if (!last) return [];
    const isLast = place === pieces.length - 1 && endsOpen && !whole.trimEnd().endsWith('"');
    return {
      words,
      isOpen: isLast && !minus && quoted === undefined && !/^\d+$/.test(last.plain),
      squeezed: quoted === undefined ? numberOf(text) : null,
      isMinus: minus === "-",
    };
  });
  const some = terms.slice(0, most);
  return some.some(({ isMinus }) => !isMinus) ? some : [];
}

export function wordsOf(text: string): Word[] {
  return (text.normalize("NFC").toLowerCase().match(wordPattern) ?? []).map((one) => ({
    plain: foldWord(one).slice(0, 40),
    marks: one.replace(/[a-z0-9]/g, "").slice(0, 20),
  }));
}

/** Letters of Vietnam's other languages that have no tone mark to take off; the database's `unaccent` knows them. */
const others: Record<string, string> = { ƀ: "b", ø: "o", æ: "ae", ł: "l", ı: "i", œ: "oe", ß: "ss" };

export function foldWord(one: string): string {
  return fold(one).replace(/[ƀøæłıœß]/g, (letter) => others[letter] ?? letter);
}

/** "241-KH/TU", "241KH/TU", "229 - KH/QU" once its blanks are gone: digits, then letters. */
function numberOf(text: string): string | null {
  const squeezed = wordsOf(text)
    .map(({ plain }) => plain)
    .join("");
  return /^\d{1,6}[a-z]/.test(squeezed) ? squeezed : null;
}

/** Whether the reader typed tone marks, and so means them. */
export function isToned(terms: Term[]): boolean {
  return terms.some(({ words, isMinus }) => !isMinus && words.some(({ marks }) => marks !== ""));
}
