/** Starts the parts in their order and stops them in the opposite one. */
import path from "node:path";
import type { Env } from "~/platform/env";
import { build } from "./build.ts";
import { makeDatabase, prepareDatabase } from "./database.ts";
import { openFolder } from "./folder.ts";
import { startPostgres } from "./postgres.ts";
import { serve } from "./web.ts";
import { words } from "./words.ts";

export async function run(env: Env): Promise<void> {
  const started = performance.now();
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  stopOnSignals(stop);
  try {
    if (env.NODE_ENV === "production") await build();
    const folder = openFolder(env.DATA_DIR);
    undo.push(folder.release);
    process.env.DATA_DIR = folder.path;
    process.env.SESSION_SECRET ??= folder.secrets.session;

    const database = await openDatabase(env, folder, undo);
    process.env.DATABASE_URL = database.appUrl;
    const web = await serve(env, path.resolve("build"), !env.DATABASE_URL);
    undo.push(web.stop);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const line of [words.ready(web.url, seconds), ...web.notices]) console.log(`${line.vi}\n${line.en}`);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDatabase(env: Env, folder: ReturnType<typeof openFolder>, undo: (() => unknown)[]) {
  if (env.DATABASE_URL) {
    const database = await prepareDatabase(env.DATABASE_URL);
    if (!database.isGuarded) console.log(`${words.unguarded.vi}\n${words.unguarded.en}`);
    return database;
  }
  const postgres = await startPostgres({
    folder: folder.path,
    password: folder.secrets.databaseOwner,
    connections: env.DATABASE_CONNECTIONS,
  });
  undo.push(() => postgres.stop());
  await makeDatabase(postgres.ownerUrl("postgres"), "app");
  return prepareDatabase(postgres.ownerUrl("app"), folder.secrets.databaseApp);
}

/** A second signal ends the program at once. */
function stopOnSignals(stop: () => Promise<void>): void {
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, async () => {
      if (asked) process.exit(1);
      asked = true;
      console.log(`${words.stopping.vi}\n${words.stopping.en}`);
      await stop();
      process.exit(0);
    });
  }
}
