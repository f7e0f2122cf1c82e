/** Every job and every schedule of the app, and what happens when the app starts and stops. */
import { prepareSetup } from "~/accounts/index.server";
import { closeAccountsJob } from "~/accounts/jobs.server";
import { removeLeftCopies } from "~/materials/index.server";
import {
  checkFileJob,
  emptyTrashJob,
  escalateLateJob,
  publishDueJob,
  publishJob,
  readScansJob,
  removeCopiesJob,
} from "~/materials/jobs.server";
import { verifyFilesJob } from "~/nav/verify-files.server";
import { theSystem } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env";
import { expireExportsJob } from "~/platform/exports.server";
import { checkStore } from "~/platform/files/store.server";
import { removeStrays } from "~/platform/files.server";
import { type Schedule, startJobs, startSchedules, stopJobs } from "~/platform/job-worker.server";
import { type AnyJob, startLater } from "~/platform/jobs.server";
import { sendMailJob } from "~/platform/mail/send.server";
import { forgetSpentChangesJob } from "~/platform/spent-changes.server";
import { forgetUploadsJob, removeStrayPieces } from "~/platform/uploads/pieces.server";
import type { Phrase } from "~/platform/words";
import {
  actJob,
  bulkJob,
  importJob,
  openReviewJob,
  purgePrivateJob,
  rosterExportJob,
  searchDoublesJob,
  searchDoublesOfJob,
  takeBackJob,
} from "~/roster/jobs.server";
import { importUnitsJob, turnUnitsJob } from "~/units/jobs.server";

const jobs: AnyJob[] = [
  turnUnitsJob,
  importUnitsJob,
  importJob,
  actJob,
  bulkJob,
  openReviewJob,
  purgePrivateJob,
  searchDoublesJob,
  searchDoublesOfJob,
  takeBackJob,
  rosterExportJob,
  checkFileJob,
  readScansJob,
  publishJob,
  publishDueJob,
  expireExportsJob,
  removeCopiesJob,
  escalateLateJob,
  emptyTrashJob,
  sendMailJob,
  forgetUploadsJob,
  verifyFilesJob,
  forgetSpentChangesJob,
  closeAccountsJob,
];

const schedules: Schedule[] = [
  { job: publishDueJob, cron: "* * * * *" },
  { job: turnUnitsJob, cron: "5 0 * * *" },
  { job: closeAccountsJob, cron: "10 0 * * *" },
  { job: emptyTrashJob, cron: "25 0 * * *" },
  { job: forgetSpentChangesJob, cron: "15 0 * * *" },
  { job: searchDoublesJob, cron: "30 1 * * *" },
  { job: expireExportsJob, cron: "20 * * * *" },
  { job: removeCopiesJob, cron: "*/10 * * * *" },
  { job: escalateLateJob, cron: "30 7 * * *" },
  { job: sendMailJob, cron: "* * * * *" },
  { job: forgetUploadsJob, cron: "40 * * * *" },
  { job: verifyFilesJob, cron: "0 2 * * 6" },
];

/**
 * Called once the database is ready and before the first request; answers what the terminal should say.
 * `alone`: no other instance of the app works on this database.
 */
export async function startApp({ alone }: { alone: boolean }): Promise<Phrase[]> {
  await checkStore();
  if (env.DEMO) await (await import("#demo")).makeDemo();
  if (alone) await Promise.all([removeStrays(), removeStrayPieces(), removeLeftCopies()]);
  await startJobs(jobs, alone);
  await startSchedules(schedules);
  await startLater(db, theSystem, turnUnitsJob, {});
  return prepareSetup();
}

/** Called after the last request, while the database still answers. */
export async function stopApp(): Promise<void> {
  await stopJobs();
}
