/** What speaks against each line of an act, and how it reads before and after: rules over what is known, without the database. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { addDays, type Day, showDay } from "~/platform/clock";
import { overlap, type Role } from "~/roster/appointment";
import { isLevelOpen } from "~/roster/level";
import { words as rosterWords } from "~/roster/words";
import type { Line, Outcome, Wishes } from "./act";
import type { Beginning, Standing, Step } from "./act-step";
import { outcomeWords } from "./outcome-words";

export interface PlannedPerson {
  id: string;
  fullName: string;
  unitId: string;
}

export interface Held extends Standing {
  unitName: string;
  inReach: boolean;
}

export interface PlannedUnit {
  id: string;
  name: string;
  closedOn: Day | null;
  inReach: boolean;
}

export interface Plan {
  /** One for each line, in their order. */
  steps: Step[];
  outcomes: Outcome[];
  people: Map<string, PlannedPerson>;
  held: Map<string, Held>;
  units: Map<string, PlannedUnit>;
}

/** The appointment that the line names, if it is that person's. */
export function wasOf(line: Line, held: Map<string, Held>): Held | null {
  const was = line.appointmentId ? held.get(line.appointmentId) : undefined;
  return was?.speakerId === line.speakerId ? was : null;
}

interface Known extends Omit<Plan, "outcomes"> {
  actor: Actor;
  wishes: Wishes;
  lastDay: Day;
}

export function checker(known: Known) {
  const { actor, wishes, steps, people, held, units, lastDay } = known;
  const said = outcomeWords[actor.language];
  const role = rosterWords[actor.language];
  const ended = new Map(steps.flatMap(({ ends }) => (ends ? [[ends.appointmentId, ends.endsOn]] : [])));
  const ofPerson = Map.groupBy(held.values(), ({ speakerId }) => speakerId);
  const begun = Map.groupBy(
    steps.flatMap(({ begins }) => (begins ? [begins] : [])),
    seatOf,
  );

  return (line: Line, { begins, ends }: Step): Outcome => {
    const was = wasOf(line, held);
    const problems: string[] = [];
    const warnings: string[] = [];
    if (!people.has(line.speakerId)) problems.push(said.personGone);
    else if (line.does !== "begin" && !was?.inReach) problems.push(said.noAppointment);
    if (line.does === "renew" && was?.endReason) problems.push(released(was));
    if (ends && was) problems.push(...whyNotEnded(was, ends.reason !== null));
    if (ends?.reason === "discipline" && !may(actor, "roster.edit")) problems.push(said.disciplineRestricted);
    if (line.does === "replace" && !line.newcomerId) problems.push(said.newcomerMissing);
    if (begins && problems.length === 0) problems.push(...whyNotBegun(begins));
    if (begins) warnings.push(...besides(begins));
    if (line.does === "lapse" && was && (was.endsOn === null || was.endsOn >= wishes.startsOn)) {
      warnings.push(was.endsOn ? said.goesOnUntil(showDay(was.endsOn)) : said.goesOn);
    }
    return { before: before(line, was), after: after(line, begins, ends !== null, was), problems, warnings };
  };

  function whyNotEnded(was: Held, isRelease: boolean): string[] {
    const { startsOn } = wishes;
    if (isRelease && was.endReason)
      return [said.alreadyReleased(showDay(addDays(was.endsOn ?? startsOn, 1)))];
    if (startsOn <= was.startsOn) return [said.endsBeforeBegun(showDay(was.startsOn))];
    if (was.endsOn && startsOn > addDays(was.endsOn, 1)) return [said.alreadyOver(showDay(was.endsOn))];
    return [];
  }

  function released(was: Held): string {
    return said.alreadyReleased(showDay(addDays(was.endsOn ?? wishes.startsOn, 1)));
  }

  function whyNotBegun(begins: Beginning): string[] {
    if (!people.has(begins.speakerId)) return [said.personGone];
    const unit = units.get(begins.unitId);
    if (!unit?.inReach) return [said.unitGone];
    const problems: string[] = [];
    if (unit.closedOn && begins.startsOn > unit.closedOn) {
      problems.push(said.unitClosed(unit.name, showDay(unit.closedOn)));
    }
    if (!isLevelOpen(begins.level, begins.startsOn, lastDay))
      problems.push(said.levelClosed(showDay(lastDay)));
    const other = heldBy(begins.speakerId).find(
      (one) => seatOf(one) === seatOf(begins) && overlap(one, begins),
    );
    if (other) problems.push(said.overlaps(spanText(other)));
    if ((begun.get(seatOf(begins))?.length ?? 0) > 1) problems.push(said.twice);
    return problems;
  }

  function besides(begins: Beginning): string[] {
    return heldBy(begins.speakerId)
      .filter((one) => seatOf(one) !== seatOf(begins) && overlap(one, begins))
      .map((one) => said.alsoHolds(seatText(one.role, one.unitName), spanText(one)));
  }

  /** What the person holds once this act has ended what it ends. */
  function heldBy(speakerId: string): Held[] {
    return (ofPerson.get(speakerId) ?? []).map((one) => ({
      ...one,
      endsOn: ended.get(one.id) ?? one.endsOn,
    }));
  }

  function before(line: Line, was: Held | null): string[] {
    if (line.does !== "begin") return was ? [heldText(was)] : [said.noneYet];
    const all = ofPerson.get(line.speakerId) ?? [];
    const standing = all.filter((one) =>
      overlap(one, { startsOn: wishes.startsOn, endsOn: wishes.startsOn }),
    );
    const shown = standing.length > 0 ? standing : all.slice(-1);
    return shown.length > 0 ? shown.map(heldText) : [said.noneYet];
  }

  function after(line: Line, begins: Beginning | null, isEnded: boolean, was: Held | null): string[] {
    const texts: string[] = [];
    if (isEnded && line.does !== "renew") {
      const reason = line.reason ?? wishes.reason;
      texts.push(said.releasedFrom(showDay(wishes.startsOn), reason ? role.reasons[reason] : "…"));
    }
    if (begins) {
      const name = units.get(begins.unitId)?.name ?? "";
      const text = `${seatText(begins.role, name)}: ${spanText(begins)}`;
      texts.push(begins.replaces ? said.takesOver(people.get(begins.speakerId)?.fullName ?? "", text) : text);
    }
    if (line.does === "lapse" && was) texts.push(said.unchanged);
    return texts;
  }

  function heldText(one: Held): string {
    return `${seatText(one.role, one.unitName)}: ${spanText(one)}`;
  }

  function seatText(held: Role, unit: string): string {
    return role.record.role(role.roles[held], unit);
  }
}

function spanText({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }): string {
  return `${showDay(startsOn)} – ${endsOn ? showDay(endsOn) : "…"}`;
}

/** Nobody holds one seat twice at a time. */
function seatOf({
  speakerId,
  unitId,
  role,
  network,
}: Pick<Beginning, "speakerId" | "unitId" | "role" | "network">) {
  return `${speakerId} ${unitId} ${role} ${network}`;
}
