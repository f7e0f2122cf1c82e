/** Starts the parts in their order and stops them in the opposite one. */
import type { Logger } from "pino";
import type { Env } from "~/platform/env";
import type { Phrase } from "~/platform/words";
import { build } from "./build.ts";
import { makeDatabase, prepareDatabase, type ReadyDatabase } from "./database.ts";
import { type DataFolder, openFolder } from "./folder.ts";
import { openLog } from "./log.ts";
import { startPostgres } from "./postgres.ts";
import { serve } from "./web.ts";
import { words } from "./words.ts";

/** How each part that was started is stopped. */
type Undo = (() => unknown)[];

export async function run(env: Env): Promise<void> {
  const undo: Undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  stopOnSignals(stop);
  try {
    const folder = openFolder(env.DATA_DIR);
    undo.push(folder.release);
    if (env.NODE_ENV === "production") await build();
    const began = performance.now();
    const log = openLog(env.LOG_LEVEL, folder.path);
    stopOnFault(log, stop);
    // The app reads its settings from the environment once more, when it is loaded.
    process.env.NODE_ENV = env.NODE_ENV;
    process.env.DATA_DIR = folder.path;
    process.env.SESSION_SECRET ||= folder.secrets.session;
    const database = await openDatabase(env, folder, log, undo);
    process.env.DATABASE_URL = database.appUrl;
    const web = await serve(env, log, !env.DATABASE_URL);
    undo.push(web.stop);
    say(words.ready(web.url, ((performance.now() - began) / 1000).toFixed(1)));
    for (const notice of web.notices) say(notice);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDatabase(env: Env, folder: DataFolder, log: Logger, undo: Undo): Promise<ReadyDatabase> {
  if (env.DATABASE_URL) {
    const database = await prepareDatabase(env.DATABASE_URL);
    if (!database.isGuarded) say(words.unguarded);
    return database;
  }
  const postgres = await startPostgres({
    folder: folder.path,
    password: folder.secrets.databaseOwner,
    connections: env.DATABASE_CONNECTIONS,
    onChange: (state) => log.warn({ state }, "embedded PostgreSQL"),
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
      say(words.stopping);
      await stop();
      process.exit(0);
    });
  }
}

/** After a fault that nobody caught, the state of the program is unknown: it ends in order, and whoever runs it starts it again. */
function stopOnFault(log: Logger, stop: () => Promise<void>): void {
  process.on("uncaughtException", async (error) => {
    log.fatal({ error }, "uncaught");
    await stop();
    process.exit(1);
  });
}

function say({ vi, en }: Phrase): void {
  console.log(`${vi}\n${en}`);
}
