/** Words broken by stray blanks, as many PDFs have them ("tuyên truy ề n mi ệ ng"): noticed, and put together by their spelling. */
import { isSyllable } from "~/platform/letters/syllable";

const word = /[\p{L}\p{M}]+/gu;
const vowel = /[aăâeêioôơuưy]/i;
/** What such a page has one in ten of, and a good one hardly any: "n", "ng", "th", "tr", or a lone "ể". */
const mostFragments = 0.04;
const fewFragments = 4;
/** On a page of few words each of them tells. */
const mostOfFew = 0.1;

export function hasBrokenWords(text: string): boolean {
  const { words, fragments } = count(text);
  return fragments > words * (fragments < fewFragments ? mostOfFew : mostFragments);
}

function count(text: string) {
  const words = text.normalize("NFC").match(word) ?? [];
  return { words: words.length, fragments: words.filter(isFragment).length };
}

function isFragment(one: string): boolean {
  if (one.length > 3) return false;
  const plain = one.normalize("NFD").replace(/\p{M}/gu, "");
  if (!vowel.test(plain)) return one !== one.toUpperCase() || one.length === 1;
  return one.length === 1 && one !== plain && !isSyllable(one);
}

/** The share of a text's longer words that could be Vietnamese. */
export function syllableShare(text: string): number {
  const words = (text.normalize("NFC").match(word) ?? []).filter((one) => one.length > 1);
  if (words.length === 0) return 0;
  return words.filter((one) => isSyllable(one) || one === one.toUpperCase()).length / words.length;
}

/** Each line with the splinters joined where that makes syllables: "mi ệ ng" is "miệng". What is whole stays. */
export function joinFragments(text: string): string {
  return text.split("\n").map(joinLine).join("\n");
}

/** No syllable is in more pieces: each has at most two letters that a poor font keeps apart. */
const mostPieces = 5;

interface Way {
  cost: number;
  words: string[];
}

function joinLine(line: string): string {
  const tokens = line.split(" ");
  if (!tokens.some((token) => isBroken(lettersOf(token)))) return line;
  // ways[n]: the cheapest reading of the first n tokens.
  const ways: Way[] = [{ cost: 0, words: [] }];
  for (let end = 1; end <= tokens.length; end++) {
    const readings = Array.from({ length: Math.min(mostPieces, end) }, (_, pieces) => {
      const start = end - pieces - 1;
      const before = ways[start] as Way;
      const joined = tokens.slice(start, end).join("");
      return { cost: before.cost + costOf(joined, pieces), words: [...before.words, joined] };
    });
    ways.push(readings.reduce((best, way) => (way.cost < best.cost ? way : best)));
  }
  return ways.at(-1)?.words.join(" ") ?? line;
}

function costOf(joined: string, joins: number): number {
  const letters = lettersOf(joined);
  if (joins === 0) return isBroken(letters) ? 1 : 0;
  return isSyllable(letters) ? 0.1 * joins : 10;
}

function isBroken(letters: string): boolean {
  return letters !== "" && !/\p{N}/u.test(letters) && !isSyllable(letters);
}

/** Without the signs around it: "miệng," is "miệng". */
function lettersOf(token: string): string {
  return token.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}
