/** The search inside one file, without tone marks and without regard to blanks, as the viewer marks it. */
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";

const { sql } = Prisma;
const mostHits = 500;

export interface FoundHits {
  /** What is marked: the text as it was typed where it stands in a row somewhere, else its words and phrases. */
  marks: string[];
  pages: { page: number; count: number }[];
}

/** Pages that hold the text, each with how often; at most 500 hits in all. */
export async function findHits(fileId: string, sought: string): Promise<FoundHits> {
  const whole = packed(sought.replace(/["“”„«»]/g, ""));
  if (whole.length < 2) return { marks: [], pages: [] };
  const read = await ask<{ page: number; text: string }>(sql`
    SELECT page, text FROM material_page WHERE file_id = ${fileId}::uuid ORDER BY page`);
  const pages = read.map(({ page, text }) => ({ page, text: packed(text) }));
  const marks = pages.some(({ text }) => text.includes(whole)) ? [whole] : partsOf(sought);
  let left = mostHits;
  const held = pages.flatMap(({ page, text }) => {
    const all = marks.reduce((sum, mark) => sum + text.split(mark).length - 1, 0);
    const count = Math.min(left, all);
    left -= count;
    return count > 0 ? { page, count } : [];
  });
  return { marks, pages: held };
}

/** As the search in everything reads what is typed: words in any order, phrases in quotes, none that a minus leaves out. */
function partsOf(sought: string): string[] {
  const pieces = sought.replace(/[“”„«»]/g, '"').match(/-?"[^"]*"?|\S+/g) ?? [];
  const parts = pieces.filter((piece) => !/^-\D/.test(piece)).map((piece) => packed(piece.replace(/"/g, "")));
  return [...new Set(parts)].filter((part) => part.length > 1).slice(0, 12);
}

function packed(text: string): string {
  return fold(text).replace(/\s+/g, "");
}
