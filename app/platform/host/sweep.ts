/** Memory goes back to the machine once nobody has asked anything for a while: V8 by itself keeps what it might need again. */
import type { Server } from "node:http";

/** What the start leaves behind. */
const afterStart = 2_000;
/** Longer than somebody takes to read a page: nobody waits for the fifth of a second that it takes. */
const quiet = 10_000;
/** Asked every few seconds by nobody. */
const fromMonitors = ["/healthz", "/readyz", "/metrics"];

/** Only where Node was started so that it can be asked (`--expose-gc`, as npm start does). */
export function sweepWhenQuiet(server: Server): void {
  const { gc } = globalThis;
  if (!gc) return;
  // As if there were no more: else V8 keeps 30 MB of emptied pages, in half of all starts for good.
  const sweep = () => void gc({ type: "major", execution: "async", flavor: "last-resort" });
  const later = setTimeout(sweep, quiet).unref();
  server.on("request", ({ url }) => {
    if (!fromMonitors.includes(url ?? "")) later.refresh();
  });
  setTimeout(sweep, afterStart).unref();
}
