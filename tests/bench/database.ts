/** Where the big set lies: a PostgreSQL of its own in ./data-bench, or the one that DATABASE_URL names. */
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { makeDatabase, prepareDatabase } from "../../app/platform/host/database.ts";
import { openFolder } from "../../app/platform/host/folder.ts";
import { startPostgres } from "../../app/platform/host/postgres.ts";

export const dataFolder = path.resolve(process.env.BENCH_DIR ?? "data-bench");

/** Starts an empty database with every migration applied, hands its owner's connection to `work`, and stops it. */
export async function withDatabase(work: (owner: pg.Client) => Promise<void>): Promise<void> {
  if (process.env.DATABASE_URL) {
    await prepareDatabase(process.env.DATABASE_URL);
    return connected(process.env.DATABASE_URL, work);
  }
  const folder = openFolder(dataFolder);
  try {
    const server = await startPostgres({
      folder: folder.path,
      password: folder.secrets.databaseOwner,
      connections: 10,
    });
    try {
      // A set whose making was cut short has lost indexes.
      await connected(server.ownerUrl("postgres"), async (owner) => {
        await owner.query("DROP DATABASE IF EXISTS app");
      });
      await makeDatabase(server.ownerUrl("postgres"), "app");
      await prepareDatabase(server.ownerUrl("app"), folder.secrets.databaseApp);
      await connected(server.ownerUrl("app"), work);
    } finally {
      await server.stop();
    }
  } finally {
    folder.release();
  }
}

/** The owner's way into the database while the app itself is running on it. */
export function runningDatabaseUrl(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const port = readFileSync(path.join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  return `postgresql://owner:${secrets().databaseOwner}@127.0.0.1:${port}/app`;
}

export function secrets(): { databaseOwner: string; session: string } {
  return JSON.parse(readFileSync(path.join(dataFolder, "secrets.json"), "utf8"));
}

async function connected(url: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
