/** The roster's long work. */
export { actJob } from "./acts/acts.server";
export { importJob } from "./import/commit.server";
export { purgePrivateJob } from "./record/private-settings.server";
