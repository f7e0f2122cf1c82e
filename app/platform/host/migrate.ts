/** The commands on the schema: `check` that it agrees with the migrations, write the next `migration NAME`, `apply` what is pending. */
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepareDatabase } from "./database.ts";
import { readMigrations } from "./migrations.ts";
import { startPostgres } from "./postgres.ts";
import { differenceOf, readSchema } from "./schema-engine.ts";

const migrationsFolder = "prisma/migrations";

/** What the .prisma files ask for and no migration gives yet, as SQL. */
export async function schemaDifference(schemaFolder = "prisma"): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "schema-check-"));
  const server = await startPostgres({
    folder,
    password: randomBytes(16).toString("hex"),
    connections: 5,
    throwAway: true,
  });
  try {
    const migrations = await readMigrations(migrationsFolder);
    return await differenceOf(server.ownerUrl("postgres"), migrations, await readSchema(schemaFolder));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function check(): Promise<void> {
  const difference = await schemaDifference();
  if (!difference) return console.log("The schema and the migrations agree.");
  console.error(
    `The schema asks for what no migration gives; run "npm run db:migration NAME".\n\n${difference}`,
  );
  process.exitCode = 1;
}

async function addMigration(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Error("A migration's name is lower case words joined by _.");
  const difference = await schemaDifference();
  if (!difference) return console.log("The schema and the migrations agree: there is nothing to write.");
  const next = String((await readMigrations(migrationsFolder)).length + 1).padStart(4, "0");
  const folder = path.join(migrationsFolder, `${next}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), difference);
  console.log(`Written: ${folder}/migration.sql. Read it before you commit it.`);
}

/** For a database of your own; the embedded one is upgraded by every start. */
async function apply(): Promise<void> {
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL)
    return console.log(
      "Without DATABASE_URL there is nothing to do: npm start upgrades the embedded database.",
    );
  const { applied } = await prepareDatabase(DATABASE_URL);
  console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}.` : "Nothing was pending.");
}

if (import.meta.main) {
  const [command, name] = process.argv.slice(2);
  const commands = { check, migration: () => addMigration(name), apply };
  await commands[command as keyof typeof commands]();
}
