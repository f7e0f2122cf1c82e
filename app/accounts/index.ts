/** What other rooms may use of accounts in the browser. */
export { holds, may, type Permission, permissions, type Role, roles } from "./permissions";
export { roleWords } from "./words";
