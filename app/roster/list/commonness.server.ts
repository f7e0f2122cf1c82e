/** How common the words of names are, as last seen: every third person has "thị" in the name, one in thirty "ánh". This chooses the way to the people, never who they are. */
import { askAnew } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";

const { sql, join } = Prisma;

/** Words that begin so, among everybody or the people of an area. */
export interface WordKey {
  start: string;
  area: string | null;
}

/** Nothing is done differently beyond. */
const most = 10_001;
/** So long (ms) it may be off. */
const keptFor = 3_600_000;
/** Strangers can think of any number of words. */
const mostKept = 5_000;

const kept = new Map<string, { count: number; until: number }>();

export function commonness(key: WordKey): number | undefined {
  return kept.get(nameOf(key))?.count;
}

/** Asks for those that are not known. */
export async function learnCommonness(keys: WordKey[]): Promise<void> {
  const now = Date.now();
  const unknown = keys.filter((key) => (kept.get(nameOf(key))?.until ?? 0) < now);
  if (unknown.length === 0) return;
  const counts = unknown.map(
    ({ start, area }) => sql`(SELECT count(*)::int FROM (SELECT FROM speaker_word w
      WHERE ${join([...amongArea(area), ...beginningWith(start)], " AND ")} LIMIT ${most}) AS those)`,
  );
  const [row] = await askAnew<{ counts: number[] }>(sql`SELECT ARRAY[${join(counts)}] AS counts`);
  if (kept.size + unknown.length > mostKept) kept.clear();
  for (const [index, key] of unknown.entries())
    kept.set(nameOf(key), { count: row?.counts[index] ?? 0, until: now + keptFor });
}

/** After every word that begins so. */
const last = "\u{10ffff}";

/** Conditions on a word `w`. */
export function beginningWith(start: string): Prisma.Sql[] {
  return [sql`w.word >= ${start}`, sql`w.word < ${start + last}`];
}

export function amongArea(area: string | null): Prisma.Sql[] {
  return area ? [sql`w.area_id = ${area}::uuid`] : [];
}

function nameOf({ start, area }: WordKey): string {
  return `${area ?? ""} ${start}`;
}
