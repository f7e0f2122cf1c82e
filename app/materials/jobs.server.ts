/** The long work of materials. */
export { publishDueJob } from "./audience/due.server";
export { publishJob } from "./audience/publishing.server";
export { escalateLateJob } from "./receipts/escalation.server";
