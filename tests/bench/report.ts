/** The bench's tables, on the terminal and in latest.md. */
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import type { Measured } from "./load.ts";
import type { Plan } from "./plans.ts";

export interface Line {
  what: string;
  value?: number;
  budget?: number;
}

export interface Result {
  name: string;
  officer: string;
  budget: number;
  app: Measured;
  /** Milliseconds of processor time that Node spends on one. */
  processor: number;
  /** Through the bare driver, a second. */
  bareQueries?: number;
  barePages?: Measured;
}

export interface Report {
  lines: Line[];
  results: Result[];
  plans: { name: string; officer: string; plans: Plan[] }[];
}

// Read when the run begins: what others were doing on this machine then.
const [busyBefore = 0] = loadavg();

export async function writeReport({ lines, results, plans }: Report): Promise<void> {
  const text = [
    "# The bench's latest run",
    "",
    `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}.`,
    `Before the run ${round(busyBefore)} other processes were busy on average (0: a quiet machine).`,
    "Server, database and load shared this machine; 16 connections; three seconds of each page come before it is measured. Figures of one machine do not compare with another's, ratios do.",
    "",
    "## Pages",
    "`bare pg`: the same rows through the driver alone. `bare page`: a Node server without framework or sign-in that renders them as a table with React.",
    "",
    table(
      [
        "page",
        "as",
        "p50 ms",
        "p95 ms",
        "budget",
        "",
        "pages/s",
        "Node ms each",
        "bare page/s",
        "ratio",
        "bare page p95",
        "bare pg/s",
        "kB",
      ],
      results.map(rowOf),
    ),
    "",
    "## Starting, memory, weight",
    table(
      ["what", "measured", "budget", ""],
      lines.map(({ what, value, budget }) => [
        what,
        value === undefined ? "not measured" : round(value),
        budget === undefined ? "" : String(budget),
        value === undefined || budget === undefined ? "" : verdict(value <= budget),
      ]),
    ),
    "",
    "## Queries of each page",
    table(
      [
        "page",
        "as",
        "queries",
        "database ms",
        "slowest ms",
        "buffers",
        "most rows in a step",
        "scans over 50,000 rows",
      ],
      plans.map(planRow),
    ),
    "",
    "### The slowest queries",
    ...slowest(plans),
    "",
  ].join("\n");
  console.log(text);
  writeFileSync(new URL("./latest.md", import.meta.url), text);
}

function rowOf({ name, officer, budget, app, processor, barePages, bareQueries }: Result): string[] {
  const failed = Object.entries(app.failures).map(([status, count]) => `${count} x ${status}`);
  return [
    name,
    officer,
    round(app.p50),
    round(app.p95),
    String(budget),
    failed.length > 0 ? `**failed: ${failed.join(", ")}**` : verdict(app.p95 < budget),
    round(app.perSecond),
    round(processor),
    barePages ? round(barePages.perSecond) : "",
    barePages ? (app.perSecond / barePages.perSecond).toFixed(2) : "",
    barePages ? round(barePages.p95) : "",
    bareQueries ? round(bareQueries) : "",
    round(app.bytes / 1000),
  ];
}

function planRow({ name, officer, plans }: Report["plans"][number]): string[] {
  const times = plans.map(({ milliseconds }) => milliseconds);
  const scans = plans.flatMap(({ longScans }) => longScans);
  return [
    name,
    officer,
    String(plans.length),
    round(times.reduce((sum, time) => sum + time, 0)),
    round(Math.max(0, ...times)),
    String(plans.reduce((sum, { buffers }) => sum + buffers, 0)),
    Math.max(0, ...plans.map(({ mostRows }) => mostRows)).toLocaleString("en"),
    scans.length > 0 ? `**${scans.join(", ")}**` : "none",
  ];
}

function slowest(plans: Report["plans"]): string[] {
  return plans
    .flatMap(({ name, officer, plans: all }) => all.map((plan) => ({ name, officer, ...plan })))
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 12)
    .map(
      ({ name, officer, milliseconds, buffers, query }) =>
        `- ${round(milliseconds)} ms, ${buffers} buffers (${name}, ${officer}): \`${query.slice(0, 400)}\``,
    );
}

function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

function verdict(isOk: boolean): string {
  return isOk ? "ok" : "**over**";
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
