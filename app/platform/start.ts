/** The main program: settings, data folder, database, migrations; only then the app itself, and its orderly end. */
import type { StartProblem } from "./host/problem.ts";

try {
  const { run } = await import("./host/run.ts");
  const { env } = await import("./env.ts");
  await run(env);
} catch (error) {
  // By its name: the built app brings a class of its own.
  const isForPeople = (error as StartProblem).name === "StartProblem";
  console.error(isForPeople ? (error as StartProblem).message : error);
  process.exit(1);
}
