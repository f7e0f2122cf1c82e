/** The search inside one file, without tone marks and without regard to blanks, as the viewer marks it. */
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold } from "~/platform/text";

const { sql } = Prisma;
const mostHits = 500;

/** Pages that hold the text, each with how often; at most 500 hits in all. */
export async function findHits(fileId: string, sought: string): Promise<{ page: number; count: number }[]> {
  const wanted = packed(sought);
  if (wanted.length < 2) return [];
  const pages = await ask<{ page: number; text: string }>(sql`
    SELECT page, text FROM material_page WHERE file_id = ${fileId}::uuid ORDER BY page`);
  let left = mostHits;
  return pages.flatMap(({ page, text }) => {
    const count = Math.min(left, packed(text).split(wanted).length - 1);
    left -= count;
    return count > 0 ? { page, count } : [];
  });
}

function packed(text: string): string {
  return fold(text).replace(/\s+/g, "");
}
