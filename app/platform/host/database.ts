/** Makes a database ready for the app: migrations, the job queue's tables, and the role that the app works as. */
import pg from "pg";
import { PgBoss } from "pg-boss";
import { applyMigrations, readMigrations } from "./migrations.ts";
import { StartProblem } from "./problem.ts";
import { words } from "./words.ts";

export interface ReadyDatabase {
  /** The connection string of the app: a role without DDL that may only insert and read audit lines. */
  appUrl: string;
  applied: string[];
  /** Whether that role could be made; a foreign database's user may lack the right. */
  isGuarded: boolean;
}

const migrationsFolder = "prisma/migrations";

/** One number for everyone who upgrades this app's database. */
const upgradeLock = 7_104_201;

/**
 * Upgrades the database under a lock, as its owner. With `appPassword` the app's role signs in by itself,
 * otherwise the owner steps down to it (`SET ROLE`) on every connection.
 */
export async function prepareDatabase(ownerUrl: string, appPassword?: string): Promise<ReadyDatabase> {
  const owner = await connect(ownerUrl);
  try {
    await owner.query("SELECT pg_advisory_lock($1)", [upgradeLock]);
    const migrations = await readMigrations(migrationsFolder);
    const applied = await applyMigrations(owner, migrations);
    // A table that was written anew is not known as visible: lists from indexes alone fetched each row until it was.
    if (applied.length > 0 && applied.length < migrations.length) await owner.query("VACUUM (ANALYZE)");
    await upgradeQueue(ownerUrl);
    const role = `${new URL(ownerUrl).pathname.slice(1)}_app`;
    const isGuarded = await prepareRole(owner, role, appPassword);
    return { appUrl: appUrl(ownerUrl, isGuarded ? role : undefined, appPassword), applied, isGuarded };
  } finally {
    await owner.end();
  }
}

/** Makes the embedded server's database if this is its first start. */
export async function makeDatabase(adminUrl: string, name: string): Promise<void> {
  const client = await connect(adminUrl);
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // The server may go away between two queries; the next query says so.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host } = new URL(url);
    throw new StartProblem(words.databaseUnreachable(host, reasonOf(error)));
  }
}

/** A refused connection to several addresses comes as an AggregateError without a message. */
function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || String(error);
}

async function upgradeQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  // Without a listener an error event would end the program; start() itself rejects with the same error.
  boss.on("error", () => {});
  await boss.start();
  await boss.stop({ graceful: false });
}

async function prepareRole(owner: pg.Client, role: string, password?: string): Promise<boolean> {
  const name = pg.escapeIdentifier(role);
  try {
    await owner.query("BEGIN");
    const { rowCount } = await owner.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
    if (!rowCount) await owner.query(`CREATE ROLE ${name}`);
    if (password) await owner.query(`ALTER ROLE ${name} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
    else if (!rowCount) await owner.query(`GRANT ${name} TO CURRENT_USER`);
    await owner.query(rights(name));
    await owner.query("COMMIT");
    return true;
  } catch (error) {
    await owner.query("ROLLBACK");
    // 42501: this user may not make roles. The app then works as the user itself, and says so.
    if ((error as { code?: string }).code === "42501") return false;
    throw error;
  }
}

function rights(role: string): string {
  return `
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public, pgboss TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${role};
    REVOKE UPDATE, DELETE, TRUNCATE ON audit_line FROM ${role};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _prisma_migrations FROM ${role};`;
}

/** Prisma's adapter takes every moment it reads for UTC. */
function appUrl(ownerUrl: string, role?: string, password?: string): string {
  const url = new URL(ownerUrl);
  const options = ["-c TimeZone=UTC"];
  if (role && password) {
    url.username = encodeURIComponent(role);
    url.password = password;
  } else if (role) {
    options.push(`-c role=${role}`);
  }
  url.searchParams.set("options", options.join(" "));
  return url.href;
}
