/** What hangs on a person who leaves, from every feature that knows of something, and how it is handed over. */
import { z } from "zod";
import { type Day, today } from "~/platform/clock";
import { tidy } from "~/platform/text";

/** Who leaves: an account, a record in the roster, or both. */
export interface Leaver {
  userId: string | null;
  speakerId: string | null;
  name: string;
  /** The unit whose officers may take the handover back. */
  unitId: string;
}

/** "pass": somebody else gets it. "end": it is closed. "tell": nothing to do here, but to be known. */
export type Fate = "pass" | "end" | "tell";

export interface HangingThing {
  text: string;
  /** The page where it stands. */
  to?: string;
}

/** From which day on, and why. */
export interface How {
  on: Day;
  reason: string;
}

export interface Successor {
  id: string;
  name: string;
}

/** A kind with what is there of it, as the page gets it. */
export interface Hanging {
  kind: string;
  label: string;
  help: string;
  fate: Fate;
  things: HangingThing[];
  isHeld: boolean;
}

export const handoverSchema = z.object({
  /** The kinds to carry out. */
  kinds: z.array(z.string().max(40)).min(1).max(40),
  successorId: z
    .union([z.uuid(), z.literal("")])
    .nullish()
    .transform((id) => id || null),
  /** The first day on which the account is closed; none given: today. */
  on: z
    .union([z.iso.date(), z.literal("")])
    .nullish()
    .transform((day) => day || today()),
  reason: z.string().transform(tidy).pipe(z.string().min(1).max(300)),
});
export type HandoverValues = z.output<typeof handoverSchema>;
