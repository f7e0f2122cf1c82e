/** The queue of long work: pg-boss in the same PostgreSQL, its tables made when the database is upgraded. */
import { PgBoss } from "pg-boss";
import { env } from "./env";
import { log } from "./log.server";

// In development each edit loads this module anew; the queue outlives it.
const kept = globalThis as { jobQueue?: Promise<PgBoss> };

/** The started queue; whoever asks first starts it. */
export function jobQueue(): Promise<PgBoss> {
  kept.jobQueue ??= open();
  return kept.jobQueue;
}

export async function closeJobQueue(): Promise<void> {
  const boss = await kept.jobQueue;
  kept.jobQueue = undefined;
  // Ten seconds for running work; what is not done by then is handed back and runs again after the next start.
  await boss?.stop({ graceful: true, timeout: 10_000 });
}

async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    useListenNotify: true,
    // Both need an owner's rights.
    reindex: false,
    monitorVacuum: false,
  });
  // The database may be away for a moment; the queue goes on when it is back.
  boss.on("error", (error) => log.warn({ err: error }, "job queue"));
  await boss.start({ attempts: 3 });
  return boss;
}
