/** The single steps that an act comes to: who begins what, and whose appointment ends. */
import { addDays, type Day } from "~/platform/clock";
import type { Level, Network, ReleaseReason, Role } from "~/roster/appointment";
import type { Line, Wishes } from "./act";

/** An appointment as it stands before the act. */
export interface Standing {
  id: string;
  speakerId: string;
  unitId: string;
  role: Role;
  network: Network;
  level: Level;
  startsOn: Day;
  endsOn: Day | null;
  endReason: string | null;
  termId: string | null;
}

export interface Beginning {
  speakerId: string;
  unitId: string;
  role: Role;
  network: Network;
  level: Level;
  startsOn: Day;
  endsOn: Day | null;
  /** "act": the term that the act names. */
  term: "act" | { id: string | null };
  /** Whose place is taken. */
  replaces: string | null;
}

export interface Ending {
  appointmentId: string;
  speakerId: string;
  /** The last day of service. */
  endsOn: Day;
  /** Null: makes room for the renewal, and is no release. */
  reason: ReleaseReason | null;
  replacedBy: string | null;
}

export interface Step {
  begins: Beginning | null;
  ends: Ending | null;
}

/** What one line comes to. `was`: the appointment that the line names; `ownUnit`: the unit that keeps whoever begins. */
export function stepOf(wishes: Wishes, line: Line, was: Standing | null, ownUnit: string): Step {
  const { startsOn, endsOn } = wishes;
  const dayBefore = addDays(startsOn, -1);
  const reason = line.reason ?? wishes.reason ?? "other";
  if (line.does === "lapse") return { begins: null, ends: null };
  if (line.does === "begin") {
    const begins: Beginning = {
      speakerId: line.speakerId,
      unitId: line.unitId ?? wishes.unitId ?? ownUnit,
      role: line.role ?? wishes.role,
      network: wishes.network,
      level: line.level ?? wishes.level,
      ...{ startsOn, endsOn, term: "act", replaces: null },
    };
    return { begins, ends: null };
  }
  if (!was) return { begins: null, ends: null };
  const { role, network, level, unitId } = was;
  const again = {
    ...{ network, startsOn },
    unitId: line.unitId ?? unitId,
    role: line.role ?? role,
    level: line.level ?? level,
  };
  const end = { appointmentId: was.id, speakerId: was.speakerId, endsOn: dayBefore };
  if (line.does === "renew") {
    const goesOn = was.endsOn === null || was.endsOn >= startsOn;
    return {
      begins: { ...again, speakerId: line.speakerId, endsOn, term: "act", replaces: null },
      ends: goesOn ? { ...end, reason: null, replacedBy: null } : null,
    };
  }
  if (line.does === "release") return { begins: null, ends: { ...end, reason, replacedBy: null } };
  const until = was.endsOn && was.endsOn >= startsOn ? was.endsOn : endsOn;
  return {
    begins: line.newcomerId
      ? {
          ...again,
          speakerId: line.newcomerId,
          endsOn: until,
          term: { id: was.termId },
          replaces: line.speakerId,
        }
      : null,
    ends: { ...end, reason, replacedBy: line.newcomerId },
  };
}
