/** The roster's long work. */
export { importJob } from "./import/commit.server";
