/** A process of its own that works on the jobs of publishing until somebody kills it. */
import { publishJob } from "~/materials/audience/publishing.server";
import { startJobs } from "~/platform/job-worker.server";

await startJobs([publishJob], true);
