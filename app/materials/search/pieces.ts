/** Texts with the words of a search marked in them, tone marks and all. */
import { foldWord, type Term, wordPattern } from "./terms";

/** A stretch of text; `isHit`: what was looked for. Drawn as text, never as markup. */
export interface Piece {
  text: string;
  isHit?: boolean;
}

interface Stretch {
  from: number;
  to: number;
}

const snippetWords = 30;

export function piecesOf(text: string, terms: Term[]): Piece[] {
  const composed = text.normalize("NFC");
  return cut(composed, hitsIn(composed, wordsIn(composed), terms), 0, composed.length);
}

/** About thirty words around the place where most of the terms stand together. */
export function snippetOf(text: string, terms: Term[]): Piece[] {
  // Single blanks already, nearly all of them: only the others are looked for.
  const page = text
    .normalize("NFC")
    .replace(/[^\S ]/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  const words = wordsIn(page);
  const hits = hitsIn(page, words, terms);
  const first = bestWindow(words, hits);
  const last = Math.min(words.length, first + snippetWords) - 1;
  const from = first === 0 ? 0 : (words[first]?.from ?? 0);
  const to = last >= words.length - 1 ? page.length : (words[last]?.to ?? page.length);
  const pieces = cut(page, hits, from, to);
  return [...(from > 0 ? [{ text: "… " }] : []), ...pieces, ...(to < page.length ? [{ text: " …" }] : [])];
}

interface Word extends Stretch {
  /** Without tone marks. */
  plain: string;
}

/** The words of a composed text, as migration 0011 cuts it. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const isWord = at < text.length && isOfWord(text.charCodeAt(at));
    if (isWord && from < 0) from = at;
    if (isWord || from < 0) continue;
    words.push({ from, to: at, plain: plainOf(text.slice(from, at)) });
    from = -1;
  }
  return words;
}

/** As `wordPattern` says, asked once for each character: a page holds two thousand. */
function isOfWord(code: number): boolean {
  let known = ofWord[code];
  if (known === undefined || known === 0) {
    known = new RegExp(wordPattern, "u").test(String.fromCharCode(code)) ? 1 : 2;
    ofWord[code] = known;
  }
  return known === 1;
}
const ofWord = new Uint8Array(0x10000);

function plainOf(word: string): string {
  const known = plains.get(word);
  if (known !== undefined) return known;
  const plain = foldWord(word).slice(0, 40);
  if (plains.size >= mostPlains) plains.clear();
  plains.set(word, plain);
  return plain;
}
/** A text is written in a few thousand syllables. */
const plains = new Map<string, string>();
const mostPlains = 10_000;

/** The first word of the window: the most hits of different terms, then the longest, a third of it before the first hit. */
function bestWindow(words: Word[], hits: Hit[]): number {
  let best = { value: -1, at: 0 };
  for (const [place, hit] of hits.entries()) {
    const end = words[Math.min(words.length - 1, hit.at + (snippetWords * 2) / 3)]?.to ?? 0;
    const held = new Set<number>();
    for (let next = place; next < hits.length; next++) {
      const { from, terms } = hits[next] as Hit;
      if (from >= end) break;
      for (const term of terms) held.add(term);
    }
    const value = held.size * 100 + (hit.to - hit.from);
    if (value > best.value) best = { value, at: hit.at };
  }
  const first = best.at - Math.floor(snippetWords / 3);
  return Math.max(0, Math.min(first, words.length - snippetWords));
}

interface Hit extends Stretch {
  /** The place of its first word. */
  at: number;
  /** The places of the terms that stand in it. */
  terms: number[];
}

/** Neighbours are one hit: "tuyên truyền miệng" is marked whole. */
function hitsIn(text: string, words: Word[], terms: Term[]): Hit[] {
  const joined: Hit[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let place = 0; place < terms.length; place++) {
      const term = terms[place] as Term;
      if (term.isMinus || !standsAt(words, at, term)) continue;
      const { from } = words[at] as Word;
      const { to } = words[at + term.words.length - 1] as Word;
      const before = joined.at(-1);
      if (before && (from <= before.to || /^[ \t\n]+$/.test(text.slice(before.to, from)))) {
        before.to = Math.max(before.to, to);
        before.terms.push(place);
      } else joined.push({ at, from, to, terms: [place] });
    }
  }
  return joined;
}

function standsAt(words: Word[], at: number, { words: asked, isOpen }: Term): boolean {
  for (let place = 0; place < asked.length; place++) {
    const said = words[at + place]?.plain;
    const plain = asked[place]?.plain as string;
    if (said === plain) continue;
    if (!said || !isOpen || place < asked.length - 1 || !said.startsWith(plain)) return false;
  }
  return true;
}

function cut(text: string, hits: Stretch[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const hit of hits) {
    if (hit.to <= from || hit.from >= to) continue;
    if (hit.from > at) pieces.push({ text: text.slice(at, hit.from) });
    pieces.push({ text: text.slice(Math.max(at, hit.from), Math.min(hit.to, to)), isHit: true });
    at = Math.min(hit.to, to);
  }
  if (at < to) pieces.push({ text: text.slice(at, to) });
  return pieces;
}
