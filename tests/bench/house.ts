/** The built app as a process: started in production mode, watched, stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { once } from "./load.ts";

export interface House {
  port: number;
  /** From the call to the first ready answer. */
  seconds: number;
  /** Resident memory of the Node process, in MB. */
  memory(): number;
  /** Processor time that the Node process has used, in ms: it counts alike on a busy machine and a quiet one. */
  processor(): number;
  stop(): Promise<void>;
}

export async function startHouse(port: number, dataFolder: string): Promise<House> {
  const begun = performance.now();
  const { settings, flags } = asNpmStarts();
  const child = spawn(process.execPath, flags, {
    env: {
      ...process.env,
      ...settings,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataFolder,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout?.resume();
  await ready(child, port);
  return {
    port,
    seconds: (performance.now() - begun) / 1000,
    memory: () => memoryOf(child.pid ?? 0),
    processor: () => processorOf(child.pid ?? 0),
    stop: () => stopped(child),
  };
}

/** What stands before and after "node" in the script: the limits of memory are part of what is measured. */
function asNpmStarts() {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  const [settings = "", flags = ""] = scripts.start.split(" node ");
  return {
    settings: Object.fromEntries(settings.split(" ").map((setting) => setting.split("="))),
    flags: flags.split(" "),
  };
}

/** Waits for the child to answer on /readyz; a minute at most (a build may come first). */
async function ready(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error("The app did not start; what it said stands above.");
    const answer = await once(port, { path: "/readyz" }).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(50);
  }
  throw new Error("The app was not ready after a minute.");
}

function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  // User and system time, in the kernel's ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
