/** The bench: the built app on the big set under sixteen connections, each figure beside the limit of the same run. */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../../app/platform/host/postgres.ts";
import { weighPages } from "../page-weight.ts";
import { type Bare, type Case, cases, isFor, nameOf, type Seat } from "./cases.ts";
import { dataFolder, runningDatabaseUrl, secrets } from "./database.ts";
import { startHouse, stopped } from "./house.ts";
import { connections, load, once } from "./load.ts";
import { explainEverything, logLength, type Plan, readPlans } from "./plans.ts";
import { type Line, type Result, writeReport } from "./report.ts";
import { takeSeats } from "./seats.ts";
import { measureExport, measureFirstVisit, previewBulk } from "./visits.ts";

/** Seconds of load on each page (0: only its queries); a part of the name chooses pages: `npm run bench -- 2 names`. */
const [duration = "4", only = ""] = process.argv.slice(2);
const milliseconds = Number(duration) * 1000;
const chosen = cases.filter(({ name }) => name.includes(only));

const port = await freePort();
const started = await startTwice();
const house = await startHouse(port, dataFolder);
await sleep(5_000);
const atRest = house.memory();
const owner = new pg.Client({ connectionString: runningDatabaseUrl() });
// Where a measurement fails, the database stops under it.
owner.on("error", () => {});
await owner.connect();
const seats = await takeSeats(owner, process.env.SESSION_SECRET ?? secrets().session);
const bare = await startBare();
const results: Result[] = [];
try {
  const visit = seats[0] ? await measureFirstVisit(port, seats[0]) : undefined;
  // Before the load, behind which the program's memory is that of a busy hour.
  const xlsx = seats[0] ? await measureExport(house, seats[0]) : undefined;
  const previews: Line[] = [];
  for (const seat of seats.filter(({ officer }) => officer !== "speaker")) {
    const preview = await previewBulk(port, seat);
    if (!preview) continue;
    const what = `bulk edit of ${preview.people} people, ${seat.officer}`;
    previews.push({ what: `${what}: chosen (s)`, value: preview.begun });
    previews.push({ what: `${what}: previewed (s)`, value: preview.previewed, budget: 3 });
  }
  for (const one of milliseconds > 0 ? chosen : []) {
    for (const seat of seats.filter((seat) => isFor(one, seat))) results.push(await measure(one, seat));
  }
  const afterwards = house.memory();
  await bare.stop();
  await owner.end();
  await house.stop();
  const plans = await explain();
  const lines: Line[] = [
    { what: "first start, empty folder (s)", value: started.first, budget: 30 },
    { what: "next start, big set (s)", value: started.next, budget: 5 },
    { what: "memory at rest (MB)", value: atRest, budget: 250 },
    { what: "memory after the bench (MB)", value: afterwards, budget: 500 },
    { what: "JavaScript of the first visit (kB gzip)", value: visit?.firstScripts, budget: 170 },
    { what: "JavaScript of the next page (kB gzip)", value: visit?.nextScripts, budget: 40 },
    { what: "JavaScript of the heaviest page (kB gzip)", value: weighPages()[0]?.kilobytes, budget: 170 },
    { what: "all of the first visit (kB gzip)", value: visit?.everything, budget: 235 },
    ...previews,
    { what: "export of the whole roster, first byte (s)", value: xlsx?.firstByte, budget: 1 },
    { what: "export of the whole roster, whole (s)", value: xlsx?.whole },
    { what: "export of the whole roster, size (MB)", value: xlsx?.size },
    { what: "export of the whole roster, most memory (MB)", value: xlsx?.memory, budget: 300 },
  ];
  await writeReport({ lines, results, plans });
} finally {
  await bare.stop();
  await house.stop();
}

/** An empty folder and then the big set; the build is made before, so that it does not count. */
async function startTwice(): Promise<{ first: number; next: number }> {
  if (!existsSync(dataFolder)) throw new Error('There is no big set: run "npm run bench:data" first.');
  const folder = await mkdtemp(path.join(tmpdir(), "bench-first-"));
  const warm = await startHouse(port, dataFolder);
  await warm.stop();
  const first = await startHouse(port, path.join(folder, "data"));
  await first.stop();
  await rm(folder, { recursive: true });
  const next = await startHouse(port, dataFolder);
  await next.stop();
  return { first: first.seconds, next: next.seconds };
}

async function measure({ name, budget, ask, bare: bareOf }: Case, seat: Seat): Promise<Result> {
  const before = house.processor();
  const app = await load(port, (n) => ask(seat, n), milliseconds);
  const processor = (house.processor() - before) / app.inAll;
  const limit = bareOf && (await limits((n) => bareOf(seat, n)));
  console.log(
    `${name} (${seat.officer}): ${app.perSecond.toFixed(0)}/s, p95 ${app.p95.toFixed(0)} ms, ${processor.toFixed(1)} ms of processor`,
  );
  return { name, officer: seat.officer, budget, app, processor, ...limit };
}

/** The same rows through the bare driver and through the bare server. */
async function limits(bareOf: (n: number) => Bare) {
  const pool = new pg.Pool({ connectionString: runningDatabaseUrl(), max: 6 });
  pool.on("error", () => {});
  let count = 0;
  const end = performance.now() + milliseconds / 2;
  const person = async () => {
    while (performance.now() < end) {
      const { text, values } = bareOf(count++);
      await pool.query({ text, values, name: nameOf(text) });
    }
  };
  await Promise.all(Array.from({ length: connections }, person));
  await pool.end();
  const asked = (n: number) => ({ path: `/?ask=${encodeURIComponent(JSON.stringify(bareOf(n)))}` });
  return {
    bareQueries: count / (milliseconds / 2000),
    barePages: await load(bare.port, asked, milliseconds / 2, 1_000),
  };
}

async function startBare(): Promise<{ port: number; stop(): Promise<void> }> {
  const barePort = await freePort();
  const child: ChildProcess = fork(new URL("./bare-server.ts", import.meta.url), {
    env: {
      ...process.env,
      NODE_ENV: "production",
      BARE_PORT: String(barePort),
      BARE_DATABASE: runningDatabaseUrl(),
    },
  });
  await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error("The bare server did not start.")));
  });
  return {
    port: barePort,
    stop: () => stopped(child),
  };
}

/** Asks for each page once more while PostgreSQL writes down how it answers; only the embedded one lets us read it. */
async function explain(): Promise<{ name: string; officer: string; plans: Plan[] }[]> {
  if (process.env.DATABASE_URL) return [];
  const log = path.join(dataFolder, "postgres.log");
  const quiet = await startHouse(port, dataFolder);
  await explainEverything(runningDatabaseUrl(), true);
  await quiet.stop();
  const talking = await startHouse(port, dataFolder);
  const found: { name: string; officer: string; plans: Plan[] }[] = [];
  for (const one of chosen) {
    const { name, ask } = one;
    for (const seat of seats.filter((seat) => isFor(one, seat))) {
      // Once to fill the caches, once to look.
      await once(port, ask(seat, 0));
      await sleep(50);
      const from = logLength(log);
      await once(port, ask(seat, 1));
      await sleep(150);
      found.push({ name, officer: seat.officer, plans: readPlans(log, from) });
    }
  }
  await explainEverything(runningDatabaseUrl(), false);
  await talking.stop();
  return found;
}
