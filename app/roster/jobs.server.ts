/** The roster's long work. */
export { importJob } from "./import/commit.server";
export { purgePrivateJob } from "./record/private-settings.server";
