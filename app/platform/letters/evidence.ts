/** How well a text reads as Unicode, as TCVN3 and as VNI: the share of its words that are Vietnamese syllables. */
import { isCommon } from "./common-words";
import { fromTcvn3, fromVni, mayBeTcvn3, mayBeVni, type OldEncoding } from "./old-encodings";
import { isSyllable } from "./syllable";

export type Script = "unicode" | OldEncoding;

export interface Evidence {
  /** Words beyond ASCII: what is plain ASCII is the same in all three. */
  words: number;
  /** 1 where each word is a syllable, more where the words are common ones, below 0 where it cannot be that script. */
  scores: Record<Script, number>;
}

/** Letters, and the signs that are letters in TCVN3. */
const run = /[\p{L}\u0080-\u009F¡-¿×÷\u00ADμ]+/gu;
const signs = /^[\u0080-\u009F¡-©«-¹»-¿×÷\u00AD]*$/;
/** "§/c" is "Đ/c" in TCVN3; elsewhere the sign alone is one. */
const address = /(?:^|\s)[§®]\s*[/.]\s*c(?=[\s.:])/i;
const beyondAscii = /[\u0080-\uFFFF]/;

/** The text must be composed (NFC). */
export function evidenceOf(text: string): Evidence {
  const words = (text.match(run) ?? []).filter(
    (word) => beyondAscii.test(word) && (!signs.test(word) || isSignsOnly(word)),
  );
  if (address.test(text)) words.push("§");
  if (words.length === 0) return { words: 0, scores: { unicode: 0, tcvn3: 0, vni: 0 } };
  const letters = words.join("");
  return {
    words: words.length,
    scores: {
      unicode: average(words, scoreAsUnicode),
      tcvn3: mayBeTcvn3(letters) ? average(words, (word) => scoreOf(fromTcvn3(word))) : -1,
      vni: mayBeVni(letters) ? average(words, (word) => scoreOf(fromVni(word))) : -1,
    },
  };
}

/** "§«" is "Đô". */
function isSignsOnly(word: string): boolean {
  return word.length > 1 && mayBeTcvn3(word) && isSyllable(fromTcvn3(word));
}

function average(words: string[], score: (word: string) => number): number {
  return words.reduce((sum, word) => sum + score(word), 0) / words.length;
}

/** Signs that stand beside a word without being part of it: quotation marks, bullets, a degree, a footnote's number. */
const beside = /^[«·]+|[»·°¹²³]+$/g;
const inside = /[\u0080-\u009F¡-¬®-¿×÷ÞþßøØöÖñÑäÄåÅëËüÜïÏûÛæÆçÇ]/;

function scoreAsUnicode(word: string): number {
  const bare = word.replace(beside, "").replace(/\u00AD/g, "");
  if (inside.test(bare) || /\p{Ll}\p{Lu}/u.test(bare)) return -0.5;
  return beyondAscii.test(bare) ? scoreOf(bare) : 1;
}

function scoreOf(word: string): number {
  if (isCommon(word)) return 1.3;
  return isSyllable(word) ? 1 : 0;
}
