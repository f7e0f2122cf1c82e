/** What Prometheus reads: the process, the connections to the database. */
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { pool } from "./db.server";

// In development each edit loads this module anew; figures are registered once.
const kept = globalThis as { metrics?: Registry };
kept.metrics ??= register();
export const metrics = kept.metrics;

function register(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "database_connections",
    help: "Connections of the pool by what they do",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      this.set({ state: "open" }, pool.totalCount);
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "awaited" }, pool.waitingCount);
    },
  });
  return registry;
}
