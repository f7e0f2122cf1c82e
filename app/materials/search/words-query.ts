/** Terms as questions to the index of words (migration 0011): which documents hold them, and which hold them better. */
import { isToned, type Term, type Word } from "./terms";

/** What a document must hold: every term, none of the minus-words. Phrases of three words and more are looked at again in the pages. */
export function holdingAll(terms: Term[]): string {
  return terms
    .filter(({ isMinus, words }) => !isMinus || words.length === 1)
    .map((term) => (term.isMinus ? `!${one(term)}` : one(term)))
    .join(" & ");
}

/** Each a better way to hold them than the next, and what it counts for. */
export function rankings(terms: Term[]): { words: string; weight: number }[] {
  const wanted = terms.filter(({ isMinus }) => !isMinus);
  const inTitle = (exactly: boolean) => every(wanted.map((term) => ofTitle(term, exactly)));
  const inARow = (exactly: boolean) =>
    row(
      wanted.flatMap(({ words }) => words),
      exactly,
    );
  const plain = [
    { words: inTitle(false), weight: 2 },
    { words: inARow(false), weight: 1 },
  ];
  if (!isToned(wanted)) return plain;
  return [{ words: inTitle(true), weight: 8 }, { words: inARow(true), weight: 4 }, ...plain];
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
