/** Runs commands one after the other, shows what they say, and keeps count for the closing line. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Where the runners leave their counts; `verdict.ts` adds them up. */
export const results = "test-results";

export type Steps = Record<string, string[]>;

/** Runs every step, also after one that failed; gives the names of those that failed. */
export function runSteps(steps: Steps): string[] {
  const failed: string[] = [];
  for (const [name, [command = "", ...args]] of Object.entries(steps)) {
    const began = performance.now();
    console.log(`\n── ${name}`);
    const { status } = spawnSync(command, args, { stdio: "inherit", env: environment });
    const took = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`── ${name}: ${status === 0 ? "passed" : "FAILED"} in ${took} s`);
    if (status !== 0) failed.push(name);
  }
  return failed;
}

export function keepCount(name: string, count: { passed: number; failed: number }): void {
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, `${name}.json`), JSON.stringify(count));
}

const environment = { ...process.env, PATH: `${path.resolve("node_modules/.bin")}:${process.env.PATH}` };
