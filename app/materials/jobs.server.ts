/** The long work of materials. */
export { publishDueJob } from "./audience/due.server";
export { publishJob } from "./audience/publishing.server";
export { checkFileJob } from "./intake/check-file.server";
export { readScansJob } from "./intake/read-scans.server";
export { removeCopiesJob } from "./reading/copies.server";
export { escalateLateJob } from "./receipts/escalation.server";
export { emptyTrashJob } from "./trash/trash.server";
