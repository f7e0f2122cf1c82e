/** A search by name among everybody: read from the words of names (speaker_word), which stand in an index. */
import { Prisma } from "~/platform/prisma/client";

const { sql, join, empty } = Prisma;

/** After every word that begins so. */
const last = "\u{10ffff}";

/** What stands after FROM: each person `w` once, of whose name a word begins with each of these. Null where there is nothing to look for. */
export function namesWith(typed: string[]): Prisma.Sql | null {
  const terms = typed.map(termOf).filter(({ start }) => start !== "");
  if (terms.length === 0) return null;
  // The first word of the name that begins so stands for the person.
  const where = [
    sql`w.word >= rarest.start AND w.word < rarest.start || ${last}`,
    sql`left(w.words, w.place) NOT LIKE rarest.pattern`,
    ...terms.map(({ whole }) => sql`w.words LIKE ${whole}`),
  ];
  return sql`(${rarest(terms)}) AS rarest JOIN speaker_word w ON ${join(where, " AND ")}`;
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

/** Every third person has "thị" in the name, one in thirty "ánh": the reading begins with the fewest. */
function rarest(terms: Term[]): Prisma.Sql {
  const often = sql`ORDER BY (SELECT count(*) FROM (
    SELECT FROM speaker_word WHERE word >= start AND word < start || ${last} LIMIT 10001) AS those) LIMIT 1`;
  return sql`SELECT start, pattern FROM unnest(${terms.map(({ start }) => start)}::text[],
    ${terms.map(({ pattern }) => pattern)}::text[]) AS term (start, pattern) ${terms.length > 1 ? often : empty}`;
}
