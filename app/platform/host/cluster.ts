/** The files of the embedded PostgreSQL: made whole or not at all, checked, and taken over from a run that was killed. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chown, lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { StartProblem } from "./problem.ts";
import { commandAs, type SystemUser } from "./system-user.ts";
import { words } from "./words.ts";

const run = promisify(execFile);

/** The superuser of the embedded server; the app itself connects as another role. */
export const owner = "owner";

export interface Cluster {
  path: string;
  binaries: string;
  user?: SystemUser;
  password: string;
  throwAway: boolean;
}

/** Makes the cluster if there is none, and refuses one that this program cannot run. */
export async function openCluster(cluster: Cluster): Promise<void> {
  if (existsSync(cluster.path)) await check(cluster);
  else await make(cluster);
  await takeOver(cluster.path);
}

/** Made beside its place and moved there when it is whole, so that a kill leaves no half. */
async function make({ path: place, binaries, user, password, throwAway }: Cluster): Promise<void> {
  const unfinished = `${place}.new`;
  const passwordFile = `${place}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  for (const made of user ? [unfinished, passwordFile] : [])
    await chown(made, user?.uid ?? 0, user?.gid ?? 0);
  const text = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--auth=scram-sha-256", `--username=${owner}`, `--pwfile=${passwordFile}`];
  const args = ["-D", unfinished, ...text, ...access, ...(throwAway ? ["--no-sync"] : [])];
  try {
    const [command, all] = commandAs(user, path.join(binaries, "initdb"), path.dirname(place), args);
    await run(command, all, { env: quietEnvironment(), cwd: "/" });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new StartProblem(
      words.postgresFailed(
        place,
        String(stderr ?? error)
          .trim()
          .split("\n")
          .at(-1) ?? "",
      ),
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, place);
}

async function check({ path: place, binaries, user }: Cluster): Promise<void> {
  const found = await readFile(path.join(place, "PG_VERSION"), "utf8").catch(() => null);
  const { stdout } = await run(path.join(binaries, "postgres"), ["--version"]);
  const wanted = /\d+/.exec(stdout)?.[0] ?? "";
  if (found !== null && found.trim() !== wanted) {
    throw new StartProblem(words.otherVersion(place, found.trim(), wanted));
  }
  // PostgreSQL wants to own its files: those that root made are not for an ordinary user, nor the other way round.
  const { uid } = await lstat(place);
  const isOwn = uid === (user?.uid ?? process.getuid?.() ?? uid);
  if (found === null || !isOwn) throw new StartProblem(words.folderNotWritable(place));
}

/** Ends a server of an earlier run that lost its parent, and clears what a killed one left behind. */
async function takeOver(place: string): Promise<void> {
  const pidFile = path.join(place, "postmaster.pid");
  const pid = Number((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0]);
  if (!pid) return;
  const orders = { SIGINT: 10_000, SIGQUIT: 5_000, SIGKILL: 2_000 };
  for (const [signal, patience] of Object.entries(orders)) {
    if (!isServerOf(pid, place)) break;
    process.kill(pid, signal as keyof typeof orders);
    const end = Date.now() + patience;
    while (isServerOf(pid, place) && Date.now() < end) await sleep(50);
  }
  await rm(pidFile, { force: true });
}

function isServerOf(pid: number, place: string): boolean {
  try {
    process.kill(pid, 0);
    // Where there is no /proc, a living process under that number counts as the server.
    if (!existsSync("/proc/self/cmdline")) return true;
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(place);
  } catch {
    // No such process, or none of ours.
    return false;
  }
}

/** Nothing of the caller's PG* variables reaches PostgreSQL. */
export function quietEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}
