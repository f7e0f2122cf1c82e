/** The answer to "does this person see it, and why?". */

export type SightReason =
  | { kind: "granted"; role: string; unit: string; granter: string | null; day: string }
  | { kind: "outside"; unit: string }
  | { kind: "noRole" }
  | { kind: "disabled" };

export interface SightAnswer {
  /** The name of what was asked about. */
  subject: string;
  sees: boolean;
  reason: SightReason;
}
