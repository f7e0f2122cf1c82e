/** Says whether work can be done: the database answers, and the migrations have been applied. */
import { isReady } from "~/platform/ready.server";

export async function loader() {
  const ready = await isReady();
  return new Response(ready ? "ready\n" : "the database is out of reach\n", {
    status: ready ? 200 : 503,
    headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" },
  });
}
