/** The list of an act while it is put together: adding people, changing one, leaving out whom it cannot be done to. */
import type { Doing, LineInput } from "./act";
import type { Candidate } from "./candidates";
import { keyOf } from "./use-outcomes";

export type ActKind = "recognition" | "renewal" | "replacement" | "release";

const doingOf: Record<ActKind, Doing> = {
  recognition: "begin",
  renewal: "renew",
  replacement: "replace",
  release: "release",
};

export function lineOf({ speakerId, appointment }: Candidate, kind: ActKind): LineInput {
  return { speakerId, appointmentId: appointment?.id ?? "", does: doingOf[kind] };
}

/** Those who are there already stay where they are. */
export function withPeople(lines: LineInput[], people: Candidate[], kind: ActKind): LineInput[] {
  const there = new Set(lines.map(keyOf));
  return [
    ...lines,
    ...people.map((person) => lineOf(person, kind)).filter((line) => !there.has(keyOf(line))),
  ];
}

export function withChange(lines: LineInput[], key: string, change: Partial<LineInput>): LineInput[] {
  return lines.map((line) => (keyOf(line) === key ? { ...line, ...change } : line));
}

/** In a renewal they are left as they are; elsewhere they go off the list. */
export function withoutSome(lines: LineInput[], keys: ReadonlySet<string>, kind: ActKind): LineInput[] {
  if (kind !== "renewal") return lines.filter((line) => !keys.has(keyOf(line)));
  return lines.map((line) => (keys.has(keyOf(line)) ? { ...line, does: "lapse", reason: "" } : line));
}

/** How many people the button says. */
export function countsIn(lines: LineInput[]) {
  const of = (doing: Doing) => lines.filter(({ does }) => does === doing).length;
  return { begin: of("begin"), renew: of("renew"), release: of("release"), replace: of("replace") };
}
