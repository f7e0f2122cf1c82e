/** `npm test`: the tests below the browser, then the journeys on the built app; the last line says how many passed. */
import { rmSync } from "node:fs";
import path from "node:path";
import { results, runSteps } from "./steps.ts";
import { sayVerdict } from "./verdict.ts";

rmSync(results, { recursive: true, force: true });
const report = path.join(results, "tests.json");
const failed = runSteps({
  "database client": ["npm", "run", "--silent", "db:generate"],
  build: ["npm", "run", "--silent", "build"],
  tests: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  journeys: ["playwright", "test"],
});
sayVerdict(failed);
process.exitCode = failed.length > 0 ? 1 : 0;
