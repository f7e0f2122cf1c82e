/** A search by name among everybody or the people of an area: read from the words of names (speaker_word), which stand in indexes. */
import { Prisma } from "~/platform/prisma/client";
import { amongArea, beginningWith, commonness, type WordKey } from "./commonness.server";

const { sql, join } = Prisma;

export interface NameSearch {
  /** What stands after FROM: each person `w` once, of whose name a word begins with each of these. */
  people: Prisma.Sql;
  /** Of one word: those who have this very word, each once. They can only be fewer. */
  ofWord: Prisma.Sql | null;
  /** About how many have the word with which the reading begins; unknown: 0. */
  about: number;
}

/** Null where there is nothing to look for. `area`: only its people. */
export function namesWith(typed: string[], area: string | null): NameSearch | null {
  const terms = typed.map(termOf).filter(({ start }) => start !== "");
  const [rarest] = terms.toSorted((a, b) => about(a, area) - about(b, area));
  if (!rarest) return null;
  const { start, pattern } = rarest;
  const among = amongArea(area);
  // The first word of the name that begins so stands for the person.
  const where = [
    ...among,
    ...beginningWith(start),
    sql`left(w.words, w.place) NOT LIKE ${pattern}`,
    // Whoever has the word has it within the name.
    ...terms.filter(({ whole }) => whole !== pattern).map(({ whole }) => sql`w.words LIKE ${whole}`),
  ];
  const isOneWord = terms.length === 1 && rarest.whole === pattern;
  const these = (conditions: Prisma.Sql[]) => sql`speaker_word w WHERE ${join(conditions, " AND ")}`;
  return {
    people: these(where),
    ofWord: isOneWord ? sql`SELECT FROM ${these([...among, sql`w.word = ${start}`])}` : null,
    about: about(rarest, area),
  };
}

/** What must be known of these words before they are looked for. */
export function keysOf(typed: string[], area: string | null): WordKey[] {
  return typed.map((word) => ({ start: termOf(word).start, area })).filter(({ start }) => start !== "");
}

interface Term {
  /** How a word begins that has it: of "h'hen" its "h'". */
  start: string;
  /** A name in which a word begins so, and one that has the whole of it. */
  pattern: string;
  whole: string;
}

function termOf(typed: string): Term {
  const words = typed.replaceAll("'", "' ").trim();
  const [start = ""] = words.split(" ");
  return { start, pattern: within(start), whole: within(words) };
}

function within(words: string): string {
  return `% ${words.replace(/[\\%_]/g, "\\$&")}%`;
}

function about({ start }: Term, area: string | null): number {
  return commonness({ start, area }) ?? 0;
}
