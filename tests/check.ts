/** `npm run check`: format and lint, types, unused code, schema and migrations; then all tests, unless told `--without-tests`. */
import { keepCount, runSteps, type Steps } from "./steps.ts";
import { sayVerdict } from "./verdict.ts";

const checks: Steps = {
  "database client": ["npm", "run", "--silent", "db:generate"],
  "format and lint": ["biome", "check", "--error-on-warnings"],
  types: ["tsc", "--project", "."],
  "unused code": ["knip", "--no-config-hints"],
  "schema and migrations": ["npm", "run", "--silent", "db:check"],
};

const withTests = !process.argv.includes("--without-tests");
const tests = withTests ? runSteps({ "build and tests": ["node", "tests/all.ts"] }) : [];
const failed = runSteps(checks);
keepCount("checks", { passed: Object.keys(checks).length - failed.length, failed: failed.length });
failed.push(...tests);
sayVerdict(failed);
process.exitCode = failed.length > 0 ? 1 : 0;
