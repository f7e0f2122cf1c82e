/** What a bulk edit may do to people, as its forms send it: one kind of thing at a time. */
import { z } from "zod";
import { says } from "~/platform/forms";
import { networks, releaseReasons, roles } from "~/roster/appointment";
import { decisionChoiceSchema } from "~/roster/decision";
import { languageLevels, languages } from "~/roster/record/language";
import { topicLevels } from "~/roster/record/topic";
import { words } from "./words";

/** More people than this are refused: the list must be narrowed. */
export const mostPeople = 50_000;
/** Above this many the work is a job with its progress. */
export const mostAtOnce = 200;
/** For so many days it can be taken back. */
export const undoDays = 90;

/** move: the appointments of the unit end and begin anew in another; unit: only the unit that keeps the record was wrong. */
export const doings = ["topics", "languages", "move", "unit", "end", "attach"] as const;
export type Doing = (typeof doings)[number];

export const ways = ["add", "remove"] as const;

const chosen = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .enum(values)
    .or(z.literal(""))
    .nullish()
    .transform((value) => value || null);

const seats = { role: chosen(roles), network: chosen(networks) };

export const schemas = {
  topics: z.object({
    does: z.literal("topics"),
    way: z.enum(ways),
    topicIds: z.array(z.uuid()).min(1).max(100),
    level: z.enum(topicLevels),
    /** Whoever has it at another level gets this one. */
    overwrite: z.boolean(),
  }),
  languages: z.object({
    does: z.literal("languages"),
    way: z.enum(ways),
    language: z.enum(languages),
    level: z.enum(languageLevels),
    written: z.boolean(),
    overwrite: z.boolean(),
  }),
  move: z.object({
    does: z.literal("move"),
    unitId: z.uuid(),
    /** The first day in the new unit. */
    on: z.iso.date(),
    decision: decisionChoiceSchema,
  }),
  unit: z.object({ does: z.literal("unit"), unitId: z.uuid() }),
  end: z.object({
    does: z.literal("end"),
    /** The first day without the role. */
    on: z.iso.date(),
    reason: z.enum(releaseReasons),
    ...seats,
    decision: decisionChoiceSchema,
  }),
  attach: z
    .object({ does: z.literal("attach"), ...seats, decision: decisionChoiceSchema })
    .refine(({ decision }) => decision.choice !== "unknown", {
      path: ["decision.choice"],
      ...says(words.errors.decisionNeeded),
    }),
};

export const operationSchema = z.discriminatedUnion("does", [
  schemas.topics,
  schemas.languages,
  schemas.move,
  schemas.unit,
  schemas.end,
  schemas.attach,
]);
export type OperationInput = z.input<typeof operationSchema>;
export type Operation = z.output<typeof operationSchema>;
export type Does<D extends Doing> = Extract<Operation, { does: D }>;

/** Whom the list sends: picked one by one, or everybody its query matches. */
export const choiceSchema = z.object({
  ids: z.array(z.uuid()).min(1).max(mostPeople).optional(),
  search: z.string().max(4000).optional(),
  does: z.enum(doings).optional(),
});
export type Choice = z.output<typeof choiceSchema>;

/** Touches appointments, and asks for that permission. */
export function isAboutAppointments({ does }: { does: Doing }): boolean {
  return does === "move" || does === "end" || does === "attach";
}

const noDecision = { choice: "existing", id: "", number: "", decidedOn: "", issuer: "", signer: "" } as const;

/** What a form begins with. */
export function newOperation(does: Doing, day: string): OperationInput {
  const started: { [D in Doing]: Extract<OperationInput, { does: D }> } = {
    topics: { does: "topics", way: "add", topicIds: [], level: "experienced", overwrite: false },
    languages: {
      ...{ does: "languages", way: "add", language: "tay", level: "conversational" },
      ...{ written: false, overwrite: false },
    },
    move: { does: "move", unitId: "", on: day, decision: { ...noDecision, kind: "consolidation" } },
    unit: { does: "unit", unitId: "" },
    end: {
      ...{ does: "end", on: day, reason: "term_ended", role: "", network: "" },
      decision: { ...noDecision, kind: "release" },
    },
    attach: { does: "attach", role: "", network: "", decision: { ...noDecision, kind: "recognition" } },
  };
  return started[does];
}
