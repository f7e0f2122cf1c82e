/** Words broken by stray blanks, as many PDFs have them ("tuyên truy ề n mi ệ ng"): noticed, and put together by their spelling. */
import { isSyllable } from "~/platform/letters/syllable";

const vowel = /[aăâeêioôơuưy]/i;
/** What such a page has one in ten of, and a good one hardly any: "n", "ng", "th", "tr", or a lone "ể". */
const some = { fragments: 4, share: 0.04 };
/** On a page of few words each of them tells. */
const fewer = { fragments: 3, share: 0.1 };
/** No repair has helped. */
const many = { fragments: 8, share: 0.1 };

export function hasBrokenWords(text: string): boolean {
  return isAbove(text, some) || isAbove(text, fewer);
}

export function isBeyondRepair(text: string): boolean {
  return isAbove(text, many);
}

function isAbove(text: string, least: { fragments: number; share: number }): boolean {
  // What stands between blanks: "đ/c", "v.v." and "a)" are whole.
  const words = text
    .normalize("NFC")
    .split(/\s+/)
    .filter((word) => /^\p{L}+$/u.test(word));
  const fragments = words.filter(isFragment).length;
  return fragments >= least.fragments && fragments > words.length * least.share;
}

function isFragment(one: string): boolean {
  if (one.length > 3) return false;
  const plain = one.normalize("NFD").replace(/\p{M}/gu, "");
  if (!vowel.test(plain)) return one !== one.toUpperCase() || one.length === 1;
  return one.length === 1 && one !== plain && !isSyllable(one);
}

/** The share of a text's longer words that could be Vietnamese. */
export function syllableShare(text: string): number {
  const words = (text.normalize("NFC").match(/[\p{L}\p{M}]+/gu) ?? []).filter((one) => one.length > 1);
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
      const joined = tokens.slice(start, end);
      return { cost: before.cost + costOf(joined), words: [...before.words, joined.join("")] };
    });
    ways.push(readings.reduce((best, way) => (way.cost < best.cost ? way : best)));
  }
  return ways.at(-1)?.words.join(" ") ?? line;
}

/** Few words out of few joins, and words that begin with a consonant: "nhà nước" and not "nhàn ước". */
const costs = { word: 0.15, join: 0.1, bare: 0.03, splinter: 1, never: 10 };

function costOf(pieces: string[]): number {
  const letters = lettersOf(pieces.join(""));
  const bare = /^[aăâeêioôơuưy]/i.test(letters.normalize("NFD")) ? costs.bare : 0;
  if (pieces.length === 1) return costs.word + bare + (isBroken(letters) ? costs.splinter : 0);
  // Two whole words are never one: "cho a" is not "choa".
  const hasSplinter = pieces.some((piece) => isBroken(lettersOf(piece)));
  if (!hasSplinter || !isSyllable(letters)) return costs.never;
  return costs.word + bare + costs.join * (pieces.length - 1);
}

function isBroken(letters: string): boolean {
  return letters !== "" && !/\p{N}/u.test(letters) && !isSyllable(letters);
}

/** Without the signs around it: "miệng," is "miệng". */
function lettersOf(token: string): string {
  return token.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}
