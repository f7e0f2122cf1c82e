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
  return cut(composed, hitsIn(composed, terms), 0, composed.length);
}

/** About thirty words around the place where most of the terms stand together. */
export function snippetOf(text: string, terms: Term[]): Piece[] {
  const page = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  const hits = hitsIn(page, terms);
  const words = [...page.matchAll(wordPattern)].map(({ index, 0: one }) => ({
    from: index,
    to: index + one.length,
  }));
  const first = bestWindow(words, hits);
  const last = Math.min(words.length, first + snippetWords) - 1;
  const from = first === 0 ? 0 : (words[first]?.from ?? 0);
  const to = last >= words.length - 1 ? page.length : (words[last]?.to ?? page.length);
  const pieces = cut(page, hits, from, to);
  return [...(from > 0 ? [{ text: "… " }] : []), ...pieces, ...(to < page.length ? [{ text: " …" }] : [])];
}

/** The first word of the window: the most hits of different terms, then the longest, a third of it before the first hit. */
function bestWindow(words: Stretch[], hits: Hit[]): number {
  let best = { value: -1, at: 0 };
  for (const [place, hit] of hits.entries()) {
    const at = words.findIndex(({ to }) => to > hit.from);
    const end = words[Math.min(words.length - 1, at + (snippetWords * 2) / 3)]?.to ?? 0;
    const within = hits.slice(place).filter(({ from }) => from < end);
    const value = new Set(within.flatMap(({ terms }) => terms)).size * 100 + (hit.to - hit.from);
    if (value > best.value) best = { value, at };
  }
  const first = best.at - Math.floor(snippetWords / 3);
  return Math.max(0, Math.min(first, words.length - snippetWords));
}

interface Hit extends Stretch {
  /** The places of the terms that stand in it. */
  terms: number[];
}

/** Neighbours are one hit: "tuyên truyền miệng" is marked whole. */
export function hitsIn(text: string, terms: Term[]): Hit[] {
  const folded = foldedInPlace(text);
  const found = terms.flatMap((term, place) => {
    if (term.isMinus) return [];
    return [...folded.matchAll(patternOf(term))].map(({ index, 0: whole }) => ({
      from: index,
      to: index + whole.length,
      terms: [place],
    }));
  });
  const joined: Hit[] = [];
  for (const hit of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const before = joined.at(-1);
    if (before && (hit.from <= before.to || /^[ \t\n]+$/.test(text.slice(before.to, hit.from)))) {
      before.to = Math.max(before.to, hit.to);
      before.terms.push(...hit.terms);
    } else joined.push(hit);
  }
  return joined;
}

function patternOf({ words, isOpen }: Term): RegExp {
  const parts = words.map(({ plain }) => plain).join("[^\\p{L}\\p{Nd}]+");
  return new RegExp(
    `(?<![\\p{L}\\p{Nd}])${parts}${isOpen ? "[\\p{L}\\p{Nd}]*" : "(?![\\p{L}\\p{Nd}])"}`,
    "gu",
  );
}

/** Without tone marks, each letter where it stood. */
function foldedInPlace(text: string): string {
  const folded = foldWord(text);
  if (folded.length === text.length) return folded;
  return [...text].map((letter) => foldWord(letter).slice(0, letter.length).padEnd(letter.length)).join("");
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
