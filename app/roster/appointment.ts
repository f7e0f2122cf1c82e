/** What an appointment is, and what appointments say of a person on a day: always computed, never a flag. */
import { z } from "zod";
import { addDays, type Day, showDay } from "~/platform/clock";
import { says } from "~/platform/forms";
import { levels } from "~/units";
import { decisionChoiceSchema } from "./decision";
import { type Network, networks, type Role, roles } from "./role";
import { words } from "./words";

export { type Network, networks, type Role, roles };

export type Level = (typeof levels)[number];

/** Why somebody stops. "discipline" is restricted: shown to those who may edit the roster. */
export const releaseReasons = [
  "term_ended",
  "retired",
  "moved",
  "health",
  "own_wish",
  "inactive",
  "unqualified",
  "unit_closed",
  "discipline",
  "deceased",
  "other",
] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** From a first to a last day, both inclusive; no last day: open. */
export interface Span {
  startsOn: Day;
  endsOn: Day | null;
}

/** What the state of a person needs to know of each appointment. */
export interface AppointmentFacts extends Span {
  decisionId: string | null;
  endReason: string | null;
}

export const daySchema = z.iso.date();

export const appointmentSchema = z
  .object({
    /** Made by the browser, so that a form sent twice appoints once. */
    id: z.uuid(),
    unitId: z.uuid(),
    role: z.enum(roles),
    network: z.enum(networks),
    level: z.enum(levels),
    startsOn: daySchema,
    endsOn: optionalDay(),
    decision: decisionChoiceSchema,
  })
  .refine(inOrder, { path: ["endsOn"], ...says(words.errors.endsBeforeStart) });
export type AppointmentInput = z.input<typeof appointmentSchema>;
export type AppointmentValues = z.output<typeof appointmentSchema>;

/** The dates and the decision of an appointment that stands. */
export const appointmentDatesSchema = z
  .object({ startsOn: daySchema, endsOn: optionalDay(), decision: decisionChoiceSchema })
  .refine(inOrder, { path: ["endsOn"], ...says(words.errors.endsBeforeStart) });
export type AppointmentDatesInput = z.input<typeof appointmentDatesSchema>;
export type AppointmentDates = z.output<typeof appointmentDatesSchema>;

export const releaseSchema = z.object({
  appointmentIds: z.array(z.uuid()).min(1),
  /** The first day without the role; the last day of service is the day before. */
  on: daySchema,
  reason: z.enum(releaseReasons),
  decision: decisionChoiceSchema,
});
export type ReleaseInput = z.input<typeof releaseSchema>;
export type ReleaseValues = z.output<typeof releaseSchema>;

/** An appointment and the last day it had before a release. */
export interface Reinstatement {
  id: string;
  endsOn: Day | null;
}

export function covers({ startsOn, endsOn }: Span, day: Day): boolean {
  return startsOn <= day && (endsOn === null || endsOn >= day);
}

export function isActiveOn(appointments: readonly Span[], day: Day): boolean {
  return appointments.some((appointment) => covers(appointment, day));
}

export function overlap(a: Span, b: Span): boolean {
  return (a.endsOn === null || b.startsOn <= a.endsOn) && (b.endsOn === null || a.startsOn <= b.endsOn);
}

/** From how many days before its end a term is said to end. */
export const endingWithin = 60;

export const states = ["active", "ending", "unknown", "upcoming", "former", "never"] as const;
export type State = (typeof states)[number];

export interface StateOnDay {
  state: State;
  /** ending: the last day; upcoming: the first day; former: the last day of service. */
  day: Day | null;
  /** former: whether a release ended it, and not the term. */
  released: boolean;
}

/**
 * What a person is on a day: ending (nothing that stands or is to come lasts longer than 60 days), unknown (active,
 * but some appointment of that day has no decision), active, upcoming, former, never.
 */
export function stateOn(appointments: readonly AppointmentFacts[], day: Day): StateOnDay {
  const standing = appointments.filter((appointment) => covers(appointment, day));
  const toCome = appointments.filter(({ startsOn }) => startsOn > day);
  if (standing.length > 0) {
    const last = lastDay([...standing, ...toCome]);
    if (last !== null && last <= addDays(day, endingWithin))
      return { state: "ending", day: last, released: false };
    const unknown = standing.some(({ decisionId }) => decisionId === null);
    return { state: unknown ? "unknown" : "active", day: null, released: false };
  }
  const [next] = toCome.map(({ startsOn }) => startsOn).sort();
  if (next) return { state: "upcoming", day: next, released: false };
  const last = [...appointments].sort((a, b) => (a.endsOn ?? "").localeCompare(b.endsOn ?? "")).at(-1);
  if (!last) return { state: "never", day: null, released: false };
  return { state: "former", day: last.endsOn, released: last.endReason !== null };
}

/** "Hết nhiệm kỳ 30/11/2026", "Thôi từ 01/09/2026", "Đang hoạt động" ... */
export function stateWords({ state, day, released }: StateOnDay) {
  if (!day) return words.states[state];
  if (state === "ending") return words.states.endsOn(showDay(day));
  if (state === "upcoming") return words.states.from(showDay(day));
  if (released) return words.states.releasedFrom(showDay(addDays(day, 1)));
  return words.states.endedOn(showDay(day));
}

/** The last day of all of them; null when one is open. */
function lastDay(spans: readonly Span[]): Day | null {
  const ends = spans.map(({ endsOn }) => endsOn);
  return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
}

function inOrder({ startsOn, endsOn }: Span): boolean {
  return endsOn === null || startsOn <= endsOn;
}

function optionalDay() {
  return z
    .union([daySchema, z.literal("")])
    .nullish()
    .transform((day) => day || null);
}
