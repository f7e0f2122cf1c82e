/** The embedded PostgreSQL: made, started, kept running and stopped as a process group of its own. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { chown, lstat, mkdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { StartProblem } from "./problem.ts";
import { commandAs, databaseUser, findBinaries, type SystemUser } from "./system-user.ts";
import { words } from "./words.ts";

const run = promisify(execFile);

/** The superuser of the embedded server; the app itself connects as another role. */
const owner = "owner";

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
  const user = await databaseUser();
  const server = new Server(options, await findBinaries(user), user);
  await server.makeCluster();
  await server.takeOver();
  await server.start();
  return server;
}

class Server implements EmbeddedPostgres {
  port = 0;
  private child?: ChildProcess;
  private stopping = false;
  private readonly cluster: string;
  private readonly logFile: string;
  private readonly options: PostgresOptions;
  private readonly binaries: string;
  private readonly user?: SystemUser;

  constructor(options: PostgresOptions, binaries: string, user?: SystemUser) {
    this.options = options;
    this.binaries = binaries;
    this.user = user;
    this.cluster = path.join(options.folder, "postgres");
    this.logFile = path.join(options.folder, "postgres.log");
  }

  ownerUrl(database: string): string {
    return `postgresql://${owner}:${this.options.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Makes the cluster beside its place and moves it there when it is whole, so that a kill leaves no half. */
  async makeCluster(): Promise<void> {
    if (existsSync(this.cluster)) return this.checkVersion();
    const unfinished = `${this.cluster}.new`;
    const passwordFile = `${this.cluster}.password`;
    await rm(unfinished, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, this.options.password, { mode: 0o600 });
    if (this.user) {
      await chown(unfinished, this.user.uid, this.user.gid);
      await chown(passwordFile, this.user.uid, this.user.gid);
    }
    const settings = [
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ];
    const access = ["--auth=scram-sha-256", `--username=${owner}`, `--pwfile=${passwordFile}`];
    const [command, args] = commandAs(this.user, path.join(this.binaries, "initdb"), this.options.folder, [
      ...["-D", unfinished, ...settings, ...access],
      ...(this.options.throwAway ? ["--no-sync"] : []),
    ]);
    try {
      await run(command, args, { env: quietEnvironment(), cwd: "/" });
    } catch (error) {
      const said =
        String((error as { stderr?: string }).stderr ?? error)
          .trim()
          .split("\n")
          .at(-1) ?? "";
      throw new StartProblem(words.postgresFailed(this.cluster, said));
    } finally {
      await rm(passwordFile, { force: true });
    }
    await rename(unfinished, this.cluster);
  }

  /** Ends a server of an earlier run that lost its parent, and clears what a killed one left behind. */
  async takeOver(): Promise<void> {
    const pidFile = path.join(this.cluster, "postmaster.pid");
    const pid = Number((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0]);
    if (!pid) return;
    for (const [signal, patience] of [
      ["SIGINT", 10_000],
      ["SIGQUIT", 5_000],
      ["SIGKILL", 2_000],
    ] as const) {
      if (!isServerOf(pid, this.cluster)) break;
      process.kill(pid, signal);
      await until(() => !isServerOf(pid, this.cluster), patience);
    }
    rmSync(pidFile, { force: true });
  }

  async start(): Promise<void> {
    this.port = await freePort();
    await this.launch(true);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    const impatience = setTimeout(() => child.kill("SIGQUIT"), 8_000);
    await gone;
    clearTimeout(impatience);
  }

  private async launch(first: boolean): Promise<void> {
    const child = this.spawnServer();
    this.child = child;
    const failed = new Promise<"failed">((resolve) => child.once("exit", () => resolve("failed")));
    if ((await Promise.race([failed, this.answers()])) === "failed") {
      if (first) throw new StartProblem(words.postgresFailed(this.logFile, this.lastLogLine()));
      throw new Error(this.lastLogLine());
    }
    child.once("exit", () => this.recover());
    if (child.exitCode !== null || child.signalCode !== null) await this.recover();
  }

  /** Brings the server back after it went down by itself, waiting longer after each try that fails. */
  private async recover(): Promise<void> {
    if (this.stopping) return;
    this.options.onChange?.("down");
    for (let wait = 200; !this.stopping; wait = Math.min(wait * 2, 10_000)) {
      await sleep(wait);
      if (this.stopping) return;
      try {
        await this.launch(false);
        this.options.onChange?.("up");
        return;
      } catch {
        // The reason stands in its log; the next try comes after a longer wait.
      }
    }
  }

  private spawnServer(): ChildProcess {
    const { connections, throwAway } = this.options;
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
    const [command, args] = commandAs(this.user, path.join(this.binaries, "postgres"), this.options.folder, [
      ...["-D", this.cluster],
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ]);
    const log = openSync(this.logFile, "a", 0o600);
    // Detached: Ctrl+C at the terminal reaches the whole process group, and the database must outlive our last request.
    const stdio: ("ignore" | number)[] = ["ignore", log, log];
    const child = spawn(command, args, { detached: true, stdio, cwd: "/", env: quietEnvironment() });
    closeSync(log);
    return child;
  }

  private async answers(): Promise<"answers"> {
    while (true) {
      const client = new pg.Client({
        connectionString: this.ownerUrl("postgres"),
        connectionTimeoutMillis: 2_000,
      });
      // A server that is still starting ends the connection; only the result of connect counts.
      client.on("error", () => {});
      const connected = await client.connect().then(
        () => true,
        () => false,
      );
      await client.end().catch(() => {});
      if (connected) return "answers";
      await sleep(25);
    }
  }

  private async checkVersion(): Promise<void> {
    await truncate(this.logFile).catch(() => {});
    const found = (await readFile(path.join(this.cluster, "PG_VERSION"), "utf8").catch(() => "?")).trim();
    const wanted = String(await this.majorVersion());
    if (found !== wanted) throw new StartProblem(words.otherVersion(this.cluster, found, wanted));
    const { uid } = await lstat(this.cluster);
    if (uid !== (this.user?.uid ?? process.getuid?.() ?? uid)) {
      throw new StartProblem(words.folderNotWritable(this.cluster));
    }
  }

  private async majorVersion(): Promise<string | undefined> {
    const { stdout } = await run(path.join(this.binaries, "postgres"), ["--version"]);
    return /(\d+)/.exec(stdout)?.[1];
  }

  private lastLogLine(): string {
    const lines = readFileSync(this.logFile, "utf8").trim().split("\n");
    return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "";
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Where there is no /proc, a living process under that number counts as the server.
  if (!existsSync("/proc/self/cmdline")) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(cluster);
  } catch {
    return false;
  }
}

async function until(isTrue: () => boolean, patience: number): Promise<void> {
  const end = Date.now() + patience;
  while (!isTrue() && Date.now() < end) await sleep(50);
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

/** Nothing of the caller's PG* variables reaches the server. */
function quietEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}
