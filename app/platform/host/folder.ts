/** The data folder: one instance at a time, and the secrets that are made once and stay in it. */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { StartProblem } from "./problem.ts";
import { words } from "./words.ts";

export interface Secrets {
  databaseOwner: string;
  databaseApp: string;
  session: string;
}

export interface DataFolder {
  path: string;
  secrets: Secrets;
  release(): void;
}

/** Makes the folder if it is not there, and holds it until `release`. */
export function openFolder(given: string): DataFolder {
  const folder = path.resolve(given);
  const lock = path.join(folder, "lock");
  try {
    // As root PostgreSQL runs as another user, who must be able to walk through.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    mkdirSync(folder, { recursive: true, mode });
    chmodSync(folder, mode);
    takeLock(folder, lock);
    return { path: folder, secrets: readSecrets(folder), release: () => rmSync(lock, { force: true }) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const refused = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOSPC"].includes(code ?? "");
    throw refused ? new StartProblem(words.folderNotWritable(folder)) : error;
  }
}

/** The lock names a process by number and start, so that one left by a kill is not taken for another program. */
function takeLock(folder: string, lock: string): void {
  const mine = path.join(folder, `lock.${process.pid}`);
  writeFileSync(mine, `${process.pid} ${startOf(process.pid)}`);
  try {
    const holder = livingHolder(lock);
    if (holder) throw new StartProblem(words.folderInUse(folder, holder));
    rmSync(lock, { force: true });
    // A link is made by one only, however many start at once.
    linkSync(mine, lock);
  } finally {
    rmSync(mine, { force: true });
  }
}

function livingHolder(lock: string): number | undefined {
  if (!existsSync(lock)) return undefined;
  const [pid = "", start] = readFileSync(lock, "utf8").split(" ");
  return pid && startOf(Number(pid)) === start ? Number(pid) : undefined;
}

/** When the process started, in ticks since boot; "" if there is none that lives, "?" where the system does not say. */
function startOf(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return "";
  }
  if (!existsSync("/proc/self/stat")) return "?";
  try {
    // The program's name, in brackets, may hold blanks; the start is the 20th field after it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return fields[0] === "Z" ? "" : (fields[19] ?? "");
  } catch {
    return "";
  }
}

function readSecrets(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  if (!existsSync(file)) {
    const made: Secrets = { databaseOwner: secret(), databaseApp: secret(), session: secret() };
    writeFileSync(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}

function secret(): string {
  return randomBytes(32).toString("hex");
}
