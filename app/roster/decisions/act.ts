/** What a decision does to many people at once: the form of it, and the single steps that it comes to. */
import { z } from "zod";
import { addDays, type Day } from "~/platform/clock";
import { says } from "~/platform/forms";
import {
  type Level,
  type Network,
  networks,
  type ReleaseReason,
  type Role,
  releaseReasons,
  roles,
} from "~/roster/appointment";
import { decisionChoiceSchema } from "~/roster/decision";
import { levels } from "~/units";
import { words } from "./words";

export const mostLines = 5000;
/** Above this many people the work is a job with its progress. */
export const mostAtOnce = 200;

/** begin: is recognised. renew: again, from the last appointment. lapse: is left as it is. release: ends. replace: ends, and somebody else begins. */
export const doings = ["begin", "renew", "lapse", "release", "replace"] as const;
export type Doing = (typeof doings)[number];

const chosen = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .enum(values)
    .or(z.literal(""))
    .nullish()
    .transform((value) => value || null);
const id = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((value) => value || null);
const day = z.iso.date();

/** What holds for one person; what is empty holds as it does for all. */
export const lineSchema = z.object({
  speakerId: z.uuid(),
  appointmentId: id,
  does: z.enum(doings),
  unitId: id,
  role: chosen(roles),
  level: chosen(levels),
  reason: chosen(releaseReasons),
  newcomerId: id,
});
export type LineInput = z.input<typeof lineSchema>;
export type Line = z.output<typeof lineSchema>;

const forAll = {
  role: z.enum(roles),
  network: z.enum(networks),
  level: z.enum(levels),
  /** Null: each person's own unit. */
  unitId: id,
  /** The term in which they begin: none (null), one of the unit's (its id), or a new one of this name, first and last day. */
  term: z
    .union([z.uuid(), z.enum(["new", ""])])
    .nullish()
    .transform((value) => value || null),
  termName: z.string().max(60).nullish(),
  /** The first day of what begins, and the first day without what ends. */
  startsOn: day,
  endsOn: z
    .union([day, z.literal("")])
    .nullish()
    .transform((value) => value || null),
  reason: chosen(releaseReasons),
  lines: z.array(lineSchema).max(mostLines),
};

/** For looking at what would happen: nothing must be complete but the days. */
export const previewSchema = z.object(forAll);

export const actSchema = z
  .object({ ...forAll, decision: decisionChoiceSchema })
  .refine(({ decision }) => decision.choice !== "unknown", {
    path: ["decision.choice"],
    ...says(words.errors.decisionNeeded),
  })
  .refine(({ lines }) => lines.some(({ does }) => does !== "lapse"), {
    path: ["lines"],
    ...says(words.errors.nobody),
  })
  .refine(({ startsOn, endsOn }) => !endsOn || startsOn <= endsOn, {
    path: ["endsOn"],
    ...says(words.errors.endsBeforeStart),
  })
  .refine(({ term, termName }) => term !== "new" || termName, {
    path: ["termName"],
    ...says(words.errors.required),
  })
  .refine(({ term, endsOn }) => term !== "new" || endsOn, {
    path: ["endsOn"],
    ...says(words.errors.required),
  })
  .refine(({ lines, reason }) => reason || lines.every((line) => line.reason || !ends(line)), {
    path: ["reason"],
    ...says(words.errors.required),
  });
export type ActInput = z.input<typeof actSchema>;
export type ActValues = z.output<typeof actSchema>;
export type Wishes = z.output<typeof previewSchema>;

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

function ends({ does }: Line): boolean {
  return does === "release" || does === "replace";
}

/** What would happen to one person, and what speaks against it: as the table of an act shows it. */
export interface Outcome {
  before: string[];
  after: string[];
  /** Why it cannot be done: this line is refused. */
  problems: string[];
  /** What to look at twice. */
  warnings: string[];
}
