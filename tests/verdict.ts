/** Adds up what the runners counted and says it alone on a line: "312 passed, 0 failed". */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { results } from "./steps.ts";

interface Count {
  passed: number;
  failed: number;
}

/** How each runner writes what it counted. */
const reports = {
  tests: z
    .object({ numPassedTests: z.number(), numFailedTests: z.number(), numFailedTestSuites: z.number() })
    .transform((report) => ({
      passed: report.numPassedTests,
      // A file that cannot be loaded has no tests that could fail.
      failed: report.numFailedTests || report.numFailedTestSuites,
    })),
  journeys: z
    .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
    .transform(({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected })),
  checks: z.object({ passed: z.number(), failed: z.number() }),
};

/** The closing line. `failedSteps`: a runner that fell over before it could count still counts as one. */
export function sayVerdict(failedSteps: string[]): void {
  const counts = Object.entries(reports).map(([name, report]) => countOf(name, report));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${passed} passed, ${Math.max(failed, failedSteps.length)} failed`);
}

function countOf(name: string, report: z.ZodType<Count>): Count {
  const file = path.join(results, `${name}.json`);
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  return report.parse(JSON.parse(readFileSync(file, "utf8")));
}
