/** What another person sees, as the page gets it: what each role gives, and the answer to "does this person see it, and why?". */
import type { Permission } from "~/accounts/permissions";

export interface SightReach {
  grants: { role: string; unit: string; permissions: Permission[] }[];
  /** What no role of theirs gives. */
  lacks: Permission[];
}

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
