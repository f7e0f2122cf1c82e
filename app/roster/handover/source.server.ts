/** What a feature tells of a person who leaves; nav/hanging.server.ts puts the sources together. */
import type { Actor } from "~/platform/actor";
import type { Db } from "~/platform/db.server";
import type { Phrase } from "~/platform/words";
import type { Fate, HangingThing, How, Leaver, Successor } from "./hanging";

/** One feature's kind of thing. */
export interface HangingSource {
  kind: string;
  label: Phrase;
  fate: Fate;
  /** What happens, or why nothing can; the reader's own words. */
  help: Phrase;
  /** Nothing: it is not shown. `isHeld`: things that the actor may not touch. */
  find(tx: Db, actor: Actor, leaver: Leaver): Promise<{ things: HangingThing[]; isHeld?: boolean }>;
  /** Carries it out, and gives how many. The caller has found the successor within the actor's reach. */
  carryOut?(tx: Db, actor: Actor, leaver: Leaver, to: Successor | null, how: How): Promise<number>;
}
