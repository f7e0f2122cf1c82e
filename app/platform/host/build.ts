/** Builds the app when there is no build, or when its sources are newer. */
import { spawn } from "node:child_process";
import { globSync, rmSync, statSync, writeFileSync } from "node:fs";
import { StartProblem } from "./problem.ts";
import { words } from "./words.ts";

/** Written last, so that an interrupted build does not count. */
const stamp = "build/built";
const sources = [
  "app/**/*",
  "prisma/*.prisma",
  "prisma/demo/**/*",
  "public/**/*",
  "vite.config.ts",
  "package-lock.json",
];

export async function build(): Promise<void> {
  if (isFresh()) return;
  console.log(`${words.building.vi}\n${words.building.en}`);
  rmSync(stamp, { force: true });
  await npmScript("db:generate");
  await npmScript("build");
}

function isFresh(): boolean {
  const built = changedAt(stamp);
  return built > 0 && globSync(sources).every((file) => changedAt(file) <= built);
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Prints what the script said only when it fails. */
function npmScript(name: string): Promise<void> {
  const child = spawn("npm", ["run", "--silent", name], { stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk) => said.push(chunk));
  child.stderr.on("data", (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) return resolve();
      console.error(Buffer.concat(said).toString());
      reject(new StartProblem(words.buildFailed(name)));
    });
  });
}

if (import.meta.main) writeFileSync(stamp, "");
