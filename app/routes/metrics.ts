/** Figures for Prometheus; not there unless METRICS=1. */
import { env } from "~/platform/env";
import { metrics } from "~/platform/metrics.server";

export async function loader() {
  if (!env.METRICS) throw new Response(null, { status: 404 });
  return new Response(await metrics.metrics(), { headers: { "Content-Type": metrics.contentType } });
}
