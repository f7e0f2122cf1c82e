/** What other rooms may use of accounts on the server. */
export { findAccess, giveAccess, renewAccess } from "./access/access.server";
export { listHistory } from "./audit-lines.server";
export {
  closeAccount,
  findClosing,
  findHolder,
  handOverRoles,
  listSuccessorChoices,
  mayClose,
} from "./closing/closing.server";
export { listAdministrators, refuseGreater } from "./grants/grants.server";
export { listFailedMail } from "./outbox/failed-mail.server";
export { updateOwnAccount } from "./own/own-account.server";
export { squareOf } from "./qr.server";
export { isSignedIn, requireActor, secondFactorDue } from "./sessions.server";
export { departmentLevel, departmentName, isSetUp, prepareSetup } from "./setup/setup.server";
