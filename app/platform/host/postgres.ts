/** The embedded PostgreSQL: started as a process group of its own, kept running, stopped after everything else. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { truncate } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Cluster, openCluster, owner, quietEnvironment } from "./cluster.ts";
import { StartProblem } from "./problem.ts";
import { commandAs, databaseUser, findBinaries } from "./system-user.ts";
import { words } from "./words.ts";

export interface EmbeddedPostgres {
  port: number;
  /** The connection string of the owner for a database. */
  ownerUrl(database: string): string;
  /** Stops the server cleanly (open transactions are rolled back). */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Holds the cluster in `postgres/` and its log in `postgres.log`. */
  folder: string;
  password: string;
  connections: number;
  /** For tests and checks: nothing needs to survive, so nothing waits for the disk. */
  throwAway?: boolean;
  /** Told when the server goes down by itself and when it is back. */
  onChange?: (state: "down" | "up") => void;
}

export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const { folder, password, throwAway = false } = options;
  const user = await databaseUser();
  const binaries = await findBinaries(user);
  const cluster = { path: path.join(folder, "postgres"), binaries, user, password, throwAway };
  await openCluster(cluster);
  const server = new Server(cluster, options);
  await server.start();
  return server;
}

/** What stands in the log when the next try may succeed: a port just taken, processes of a killed server not yet gone. */
const passing = /could not bind|Address already in use|shared memory block|lock file/;

class Server implements EmbeddedPostgres {
  port = 0;
  private child?: ChildProcess;
  private stopping = false;
  private readonly cluster: Cluster;
  private readonly options: PostgresOptions;
  private readonly logFile: string;

  constructor(cluster: Cluster, options: PostgresOptions) {
    this.cluster = cluster;
    this.options = options;
    this.logFile = path.join(options.folder, "postgres.log");
  }

  ownerUrl(database: string): string {
    return `postgresql://${owner}:${this.cluster.password}@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    // There is none yet at the first start.
    await truncate(this.logFile).catch(() => {});
    for (let tries = 1; ; tries++) {
      this.port = await freePort();
      if (await this.launch()) return;
      const reason = this.lastLogLine();
      if (tries === 10 || !passing.test(readFileSync(this.logFile, "utf8"))) {
        throw new StartProblem(words.postgresFailed(this.logFile, reason));
      }
      await sleep(500);
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child || hasEnded(child)) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    const impatience = setTimeout(() => child.kill("SIGQUIT"), 8_000);
    await gone;
    clearTimeout(impatience);
  }

  /** Whether the server came up; from then on it is brought back when it goes down by itself. */
  private async launch(): Promise<boolean> {
    const child = this.spawnServer();
    this.child = child;
    if (!(await this.answers(child))) return false;
    if (hasEnded(child)) return false;
    child.once("exit", () => this.recover());
    return true;
  }

  /** On the same port, waiting longer after each try that fails. */
  private async recover(): Promise<void> {
    if (this.stopping) return;
    this.options.onChange?.("down");
    for (let wait = 200; !this.stopping; wait = Math.min(wait * 2, 10_000)) {
      await sleep(wait);
      if (!this.stopping && (await this.launch())) return this.options.onChange?.("up");
    }
  }

  private spawnServer(): ChildProcess {
    const { connections, throwAway, folder } = this.options;
    const settings = {
      listen_addresses: "127.0.0.1",
      port: this.port,
      unix_socket_directories: "",
      max_connections: connections + 20,
      shared_buffers: throwAway ? "64MB" : "256MB",
      work_mem: "16MB",
      // Solid disks, short queries: the defaults are for spinning disks and reports of minutes.
      random_page_cost: "1.1",
      effective_cache_size: "2GB",
      jit: "off",
      timezone: "UTC",
      log_timezone: "UTC",
      ...(throwAway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
    };
    const { path: place, binaries, user } = this.cluster;
    const chosen = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const [command, args] = commandAs(user, path.join(binaries, "postgres"), folder, [
      "-D",
      place,
      ...chosen,
    ]);
    const log = openSync(this.logFile, "a", 0o600);
    const child = spawn(command, args, {
      // Ctrl+C at the terminal reaches the whole process group, and the database must outlive our last request.
      detached: true,
      stdio: ["ignore", log, log],
      cwd: "/",
      env: quietEnvironment(),
    });
    closeSync(log);
    return child;
  }

  /** Waits until the server takes connections; false when it ended instead. */
  private async answers(child: ChildProcess): Promise<boolean> {
    const connectionString = this.ownerUrl("postgres");
    while (!hasEnded(child)) {
      const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
      // A server that is still starting ends the connection; only the result of connect counts.
      client.on("error", () => {});
      const connected = await client.connect().then(
        () => true,
        () => false,
      );
      await client.end().catch(() => {});
      if (connected) return true;
      await sleep(25);
    }
    return false;
  }

  private lastLogLine(): string {
    const lines = readFileSync(this.logFile, "utf8").trim().split("\n");
    return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "";
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A loopback port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
