/** The main program: settings, data folder, database, migrations; only then the app itself, and its orderly end. */
import { StartProblem } from "./host/problem.ts";

try {
  const { run } = await import("./host/run.ts");
  const { env } = await import("./env.ts");
  await run(env);
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error);
  process.exit(1);
}
