/** The accounts' work by night. */
export { closeAccountsJob } from "./closing/closing-job.server";
