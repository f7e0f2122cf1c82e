/** The real program, started as people start it, for tests that need the whole house. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../app/platform/host/postgres.ts";

export interface Program {
  url: string;
  folder: string;
  /** What it said at the terminal so far. */
  output(): string;
  pid: number;
  /** The process of its embedded PostgreSQL. */
  databasePid(): number;
  /** Ends it in order; gives its exit code. */
  stop(): Promise<number | null>;
  /** As a power cut: the program, and unless told otherwise its database. */
  kill(what?: { database: boolean }): Promise<void>;
}

type Environment = Record<string, string>;

/** Starts the built app and waits until it serves. `folder`: its data, a new one unless given. */
export async function startProgram(environment: Environment = {}, folder?: string): Promise<Program> {
  const place = folder ?? (await mkdtemp(path.join(tmpdir(), "program-")));
  const port = environment.PORT ?? String(await freePort());
  const { child, output, exit } = launch({ PORT: port, DATA_DIR: place, ...environment });
  const url = `http://localhost:${port}`;
  const ended = exit.then((code) => {
    throw new Error(`The program ended with ${code}:\n${output()}`);
  });
  await Promise.race([ended, answers(url)]);
  // From here on its end is nobody's failure.
  ended.catch(() => {});
  const databasePid = () =>
    Number(readFileSync(path.join(place, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  return {
    url,
    folder: place,
    output,
    pid: child.pid ?? 0,
    databasePid,
    stop: () => {
      child.kill("SIGTERM");
      return exit;
    },
    kill: async ({ database } = { database: true }) => {
      const victim = database ? databasePid() : undefined;
      child.kill("SIGKILL");
      if (victim) process.kill(victim, "SIGKILL");
      await exit;
    },
  };
}

/** Starts it with something wrong; gives its exit code and what it said. */
export async function failToStart(
  environment: Environment,
): Promise<{ code: number | null; said: string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), "program-"));
  const { exit, output } = launch({ PORT: String(await freePort()), DATA_DIR: folder, ...environment });
  const code = await exit;
  await rm(folder, { recursive: true, force: true });
  return { code, said: output().trim().split("\n") };
}

function launch(environment: Environment) {
  const { PATH = "", HOME = "" } = process.env;
  const tools = path.resolve("node_modules/.bin");
  const child: ChildProcess = spawn(path.join(tools, "node"), ["app/platform/start.ts"], {
    env: { PATH: `${tools}:${PATH}`, HOME, NODE_ENV: "production", LOG_LEVEL: "silent", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, exit, output: () => text };
}

async function answers(url: string): Promise<void> {
  while (true) {
    const ready = await fetch(`${url}/readyz`).catch(() => null);
    if (ready?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
