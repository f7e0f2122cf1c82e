/** What other rooms may use of accounts in the browser. */
export type { AccessState } from "./access/access";
export { AccessView } from "./access/access-view";
export { words as accessWords } from "./access/words";
export { accessSchema } from "./account";
export { accountTrail } from "./audit-book";
export { History } from "./audit-history";
export { inPlainWords, type ReadableLine, type TrailBook } from "./audit-line";
export { outboxTrail } from "./outbox/trail";
export { holds, may, type Permission, permissions, type Role, roles } from "./permissions";
export { roleWords } from "./role-words";
