/** Filling a table without its indexes and making them afterwards takes half the time of keeping them. */
import type pg from "pg";

/** Drops the indexes of `table` that no constraint needs (but those on `kept`, a first column), does the work, and makes them again. */
export async function withoutIndexes(
  owner: pg.Client,
  table: string,
  work: () => Promise<void>,
  kept = "",
): Promise<void> {
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = $1 AND indexdef NOT LIKE '%USING btree (' || $2 || ',%'
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)`,
    [table, kept],
  );
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of indexes) await owner.query(definition);
}
