/** Every job and every schedule of the app, and what happens when the app starts and stops. */
import { env } from "~/platform/env";
import { removeStrays } from "~/platform/files.server";
import { startJobs, stopJobs } from "~/platform/job-worker.server";
import type { AnyJob } from "~/platform/jobs.server";
import type { Phrase } from "~/platform/words";

const jobs: AnyJob[] = [];

/**
 * Called once the database is ready and before the first request; answers what the terminal should say.
 * `alone`: no other instance of the app works on this database.
 */
export async function startApp({ alone }: { alone: boolean }): Promise<Phrase[]> {
  if (env.DEMO) await (await import("#demo")).makeDemo();
  if (alone) await removeStrays();
  await startJobs(jobs, alone);
  return [];
}

/** Called after the last request, while the database still answers. */
export async function stopApp(): Promise<void> {
  await stopJobs();
}
