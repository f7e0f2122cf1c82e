/** Everything that refers to a row, found in the database's own catalogue, so that no later table can be forgotten. */
import { z } from "zod";
import type { Db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";

const { sql, raw } = Prisma;

interface Reference {
  table: string;
  column: string;
  /** The other columns of each unique key that the column stands in. */
  unique: string[][];
}

/** Foreign keys to the id of a table. */
export async function listReferences(tx: Db, to: string): Promise<Reference[]> {
  const rows = await tx.$queryRaw`
    SELECT r.relname AS "table", a.attname AS "column", coalesce((
      SELECT json_agg((SELECT coalesce(json_agg(part.attname), '[]') FROM pg_attribute part
          WHERE part.attrelid = i.indrelid AND part.attnum = ANY (i.indkey) AND part.attnum <> a.attnum))
      FROM pg_index i WHERE i.indrelid = r.oid AND i.indisunique AND a.attnum = ANY (i.indkey)), '[]') AS "unique"
    FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = ${to}::regclass AND cardinality(k.conkey) = 1 ORDER BY r.relname`;
  return z
    .array(z.object({ table: z.string(), column: z.string(), unique: z.array(z.array(z.string())) }))
    .parse(rows);
}

/**
 * Lets everything that refers to one row of the table refer to another. Where a unique key allows only one of both, the
 * survivor's stays. `settled`: tables that the caller has put in order itself.
 */
export async function moveReferences(
  tx: Db,
  to: string,
  { from, into, settled = [] }: { from: string; into: string; settled?: string[] },
): Promise<void> {
  for (const { table, column, unique } of await listReferences(tx, to)) {
    if (settled.includes(table)) continue;
    const [name, key] = [raw(`"${table}"`), raw(`"${column}"`)];
    for (const others of unique) {
      const same = others.map((other) => sql`AND mine."${raw(other)}" = theirs."${raw(other)}"`);
      await tx.$executeRaw`DELETE FROM ${name} theirs USING ${name} mine
        WHERE theirs.${key} = ${from}::uuid AND mine.${key} = ${into}::uuid ${Prisma.join([Prisma.empty, ...same], " ")}`;
    }
    await tx.$executeRaw`UPDATE ${name} SET ${key} = ${into}::uuid WHERE ${key} = ${from}::uuid`;
  }
}

/** How many rows of each table refer to the row. */
export async function countReferences(tx: Db, to: string, id: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table, column } of await listReferences(tx, to)) {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ${raw(`"${table}"`)} WHERE ${raw(`"${column}"`)} = ${id}::uuid`;
    counts[table] = (counts[table] ?? 0) + (row?.count ?? 0);
  }
  return counts;
}
