/** What a decision does to many people at once: the form of it, and the single steps that it comes to. */
import { z } from "zod";
import { says } from "~/platform/forms";
import { networks, releaseReasons, roles } from "~/roster/appointment";
import { decisionChoiceSchema } from "~/roster/decision";
import { words } from "~/roster/decisions/words";
import { levels } from "~/units";

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

/** What would happen to one person, and what speaks against it: as the table of an act shows it. */
export interface Outcome {
  before: string[];
  after: string[];
  /** Why it cannot be done: this line is refused. */
  problems: string[];
  /** What to look at twice. */
  warnings: string[];
}

function ends({ does }: Line): boolean {
  return does === "release" || does === "replace";
}
