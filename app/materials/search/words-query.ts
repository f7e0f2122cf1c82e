/** Terms as questions to the index of words (migration 0011): which documents hold them, and which hold them better. */
import { isToned, type Term, type Word } from "./terms";

/** What a document must hold: every term, none of the minus-words. Phrases of three words and more are looked at again in the pages. */
export function holdingAll(terms: Term[]): string {
  return terms
    .filter(({ isMinus, words }) => !isMinus || words.length === 1)
    .map((term) => (term.isMinus ? `!${one(term)}` : one(term)))
    .join(" & ");
}

/** Questions to the index, and what their documents count for. */
export interface Scored {
  words: string;
  score: number;
}

/**
 * What must be held, from the best way to hold it to any: where there is enough of the better, the rest is not looked for.
 * What counts more for its title is in the first one, and is told by `titlesOf`.
 */
export function tiersOf(terms: Term[]): Scored[] {
  const wanted = terms.filter(({ isMinus }) => !isMinus);
  const all = holdingAll(terms);
  // Single words in a row, or in a title, are held; of anything else that must be asked.
  const areSingle = terms.every(({ isMinus, words }) => !isMinus && words.length === 1);
  const among = (words: string) => (areSingle ? words : `${all} & (${words})`);
  const inTitle = ofTitles(wanted, false);
  const better: Scored[] = isToned(wanted)
    ? [
        { words: among(`${inARow(wanted, true)} | ${inTitle}`), score: 5 },
        { words: among(inARow(wanted, false)), score: 1 },
      ]
    : [{ words: among(`${inARow(wanted, false)} | ${inTitle}`), score: 1 }];
  return [...better, { words: all, score: 0 }];
}

/** What a document that holds all of it in its title counts for, added up, in place of the score of its tier. */
export function titlesOf(terms: Term[]): Scored[] {
  const wanted = terms.filter(({ isMinus }) => !isMinus);
  const inTitle = ofTitles(wanted, false);
  const titled = (words: string) => `${inTitle} & ${words}`;
  const plain = [
    { words: inTitle, score: 2 },
    { words: titled(inARow(wanted, false)), score: 1 },
  ];
  if (!isToned(wanted)) return plain;
  return [
    { words: ofTitles(wanted, true), score: 8 },
    { words: titled(inARow(wanted, true)), score: 4 },
    ...plain,
  ];
}

function ofTitles(terms: Term[], exactly: boolean): string {
  return every(terms.map((term) => ofTitle(term, exactly)));
}

function inARow(terms: Term[], exactly: boolean): string {
  return row(
    terms.flatMap(({ words }) => words),
    exactly,
  );
}

/** A phrase is its pairs of neighbours; what is too long to have pairs ("++") is looked at page by page. */
function one({ words, isOpen, squeezed }: Term): string {
  const last = words.length - 1;
  const single = (at: Word, place: number) => lexeme(at.plain, isOpen && place === last);
  const singles = every(words.map(single));
  if (words.length === 1) return squeezed ? `(${singles} | ${lexeme(squeezed)})` : singles;
  const pairs = every(
    words.slice(1).map((next, place) => pair(words[place] as Word, next, isOpen && place + 1 === last)),
  );
  const asNumber = squeezed ? ` | ${lexeme(squeezed)} | ${spelledApart(words)}` : "";
  return `(${pairs} | '++' & ${singles}${asNumber})`;
}

/** "229KH/QU" is "229-KH/QU" as well. */
function spelledApart(words: Word[]): string {
  const apart = words
    .flatMap(({ plain }) => plain.match(/\d+|\D+/g) ?? [])
    .map((plain) => ({ plain, marks: "" }));
  return row(apart, false);
}

function ofTitle({ words, squeezed }: Term, exactly: boolean): string {
  const all = every(
    words.map((at) => (exactly ? quoted(`#${at.plain}=${at.marks}`) : lexeme(`#${at.plain}`))),
  );
  return squeezed ? `(${all} | ${lexeme(`#${squeezed}`)})` : all;
}

function row(words: Word[], exactly: boolean): string {
  const [first, ...more] = words;
  if (!first) return "";
  if (more.length === 0) return exactly ? quoted(`${first.plain}=${first.marks}`) : lexeme(first.plain);
  return every(more.map((next, place) => pair(words[place] as Word, next, false, exactly)));
}

function pair(word: Word, next: Word, isOpen: boolean, exactly = false): string {
  const both = `+${word.plain} ${next.plain}`;
  return exactly ? quoted(`${both}=${word.marks} ${next.marks}`) : lexeme(both, isOpen);
}

/** With any tone marks; an open one with any ending. */
function lexeme(plain: string, isOpen = false): string {
  return `${quoted(isOpen ? plain : `${plain}=`)}:*`;
}

/** Words hold letters and digits only, so nothing in them needs to be escaped. */
function quoted(text: string): string {
  return `'${text}'`;
}

function every(parts: string[]): string {
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(" & ")})`;
}
