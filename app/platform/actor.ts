/** Who does something, from where, and how far the right they do it by reaches. */
import type { Language } from "./words";

export interface Actor {
  userId: string;
  name: string;
  language: Language;
  /** Every role the person holds, each for a unit and all under it. */
  grants: { role: string; unitId: string }[];
  /** The unit of their first role, by its name. */
  workplace?: string;
  /** Where the permission in question holds: these units with all under them; "everywhere" needs no look. */
  reach: string[] | "everywhere";
  /** The person's own record in the roster, if they have one. */
  speakerId?: string;
  /** How many notices they had not read when they asked: every page shows it. */
  unread?: number;
  from: { address?: string; device?: string; requestId?: string };
}

/** Who acts when nobody asked: a schedule, a start, the making of the demo. */
export const theSystem: Actor = {
  userId: "system",
  name: "Hệ thống",
  language: "vi",
  grants: [],
  reach: "everywhere",
  from: {},
};
