/** The migrations: they agree with the schema, are applied once, and refuse a database that is newer. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaDifference } from "~/platform/host/migrate";
import { applyMigrations, readMigrations } from "~/platform/host/migrations";
import { words } from "~/platform/host/words";

const owner = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

test("schema and migrations agree, and nothing written by hand is to be dropped", async () => {
  expect(await schemaDifference()).toBe("");
});

test("a changed model is noticed", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "schema-"));
  await cp("prisma", folder, { recursive: true });
  const file = path.join(folder, "units.prisma");
  const source = await readFile(file, "utf8");
  await writeFile(file, source.replace("model UnitGroup {", "model UnitGroup {\n  colour String?"));
  expect(await schemaDifference(folder)).toContain('ALTER TABLE "unit_group" ADD COLUMN     "colour" TEXT;');
  await rm(folder, { recursive: true });
});

test("applies what is pending, once", async () => {
  const known = await readMigrations("prisma/migrations");
  const next = {
    name: "9999_next",
    sql: "CREATE TABLE next (); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;",
  };
  expect(await applyMigrations(owner, [...known, next])).toEqual(["9999_next"]);
  expect(await applyMigrations(owner, [...known, next])).toEqual([]);
  await owner.query(
    "DROP TABLE next; DROP FUNCTION f; DELETE FROM _prisma_migrations WHERE migration_name = '9999_next'",
  );
});

test("leaves nothing of a migration that fails", async () => {
  const known = await readMigrations("prisma/migrations");
  const broken = { name: "9999_broken", sql: "CREATE TABLE broken (); SELECT 1/0;" };
  await expect(applyMigrations(owner, [...known, broken])).rejects.toThrow(
    words.migrationFailed("9999_broken", "division by zero").vi,
  );
  const { rows } = await owner.query(
    "SELECT to_regclass('broken') AS broken, (SELECT count(*)::int FROM _prisma_migrations WHERE migration_name = '9999_broken')",
  );
  expect(rows).toEqual([{ broken: null, count: 0 }]);
});

test("refuses a database that a newer app has upgraded", async () => {
  const names = (await readMigrations("prisma/migrations")).map(({ name }) => name).join(", ");
  await expect(applyMigrations(owner, [])).rejects.toThrow(words.databaseNewer(names).vi);
});
