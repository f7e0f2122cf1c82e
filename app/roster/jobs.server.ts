/** The roster's long work. */
export { actJob } from "./acts/acts.server";
export { bulkJob } from "./bulk/carry-out.server";
export { takeBackJob } from "./changes/take-back.server";
export { searchDoublesJob, searchDoublesOfJob } from "./doubles/search-job.server";
export { rosterExportJob } from "./exports/exports.server";
export { importJob } from "./import/commit.server";
export { purgePrivateJob } from "./record/private-settings.server";
export { openReviewJob } from "./reviews/openings.server";
