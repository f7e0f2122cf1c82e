/** What the page of a record knows of the account by which its person signs in. */
export interface AccessState {
  login: string;
  state: "active" | "not_activated" | "disabled";
  /** ISO moments. */
  lastSignInAt: string | null;
  /** Until when a code that was not used yet holds. */
  openUntil: string | null;
}
