/** Brings a database to the newest migration, in Prisma's own table of what was applied. */
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Client } from "pg";
import { StartProblem } from "./problem.ts";
import { words } from "./words.ts";

export interface Migration {
  name: string;
  sql: string;
}

/** The migrations in the order they are applied. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      sql: await readFile(path.join(folder, name, "migration.sql"), "utf8"),
    })),
  );
}

/**
 * Applies what is pending, each migration with its line in `_prisma_migrations` in one transaction: a kill leaves
 * neither. (The engine of Prisma writes the line apart, and its adapter cuts scripts at each ";".)
 * Table and checksums are Prisma's, so `prisma migrate deploy` stays possible.
 */
export async function applyMigrations(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query(historyTable);
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Set(rows.map(({ name }) => name));
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new StartProblem(words.databaseNewer(unknown.sort().join(", ")));
  const pending = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

async function apply(client: Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), createHash("sha256").update(sql).digest("hex"), name],
    );
    await client.query("COMMIT");
  } catch (error) {
    // The sentence below says what went wrong; a broken connection has already rolled back.
    await client.query("ROLLBACK").catch(() => {});
    throw new StartProblem(
      words.migrationFailed(name, error instanceof Error ? error.message : String(error)),
    );
  }
}

const historyTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;
