/** Every job and every schedule of the app, and what happens when the app starts and stops. */
import type { Phrase } from "~/platform/words";

/** Called once the database is ready and before the first request; answers what the terminal should say. */
export async function startApp(): Promise<Phrase[]> {
  return [];
}

/** Called after the last request, while the database still answers. */
export async function stopApp(): Promise<void> {}
