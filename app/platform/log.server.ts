/** The app's log, for what no person reads on a page. */
import { env } from "./env";
import { openLog } from "./host/log.ts";

// In development each edit loads this module anew; the file stays open.
const kept = globalThis as { appLog?: ReturnType<typeof openLog> };
kept.appLog ??= openLog(env.LOG_LEVEL, env.DATA_DIR);
export const log = kept.appLog;
