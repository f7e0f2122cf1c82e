/** What the trail says of each person whom a bulk edit changed. */
import type { Actor } from "~/platform/actor";
import { auditMany, type Facts } from "~/platform/audit.server";
import type { Db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { words as rosterWords } from "~/roster/words";
import type { Operation } from "./operation";
import { type Names, type Seat, type State, showState } from "./outcome";

interface Told {
  id: string;
  title: string;
  unitId: string;
  before: State;
  after: State;
}

const actions: Record<Operation["does"], string> = {
  topics: "speaker.part_saved",
  languages: "speaker.part_saved",
  move: "speaker.moved",
  unit: "speaker.updated",
  end: "speaker.released",
  attach: "speaker.appointment_changed",
};

/** As the commands on one person tell it. `who`: a question for their ids. */
export async function writeTrail(
  tx: Db,
  actor: Actor,
  { bulkId, operation, names }: { bulkId: string; operation: Operation; names: Names },
  who: Prisma.Sql,
): Promise<void> {
  const people = await tx.$queryRaw<Told[]>`
    SELECT s.id::text, s.full_name AS title, s.unit_id::text AS "unitId", p.before, p.after
    FROM (${who}) AS who (id) JOIN speaker s ON s.id = who.id
    JOIN bulk_person p ON p.speaker_id = s.id AND p.bulk_id = ${bulkId}::uuid`;
  await auditMany(
    tx,
    actor,
    actions[operation.does],
    people.map(({ before, after, ...person }) => ({
      kind: "speaker",
      ...person,
      ...factsOf(operation, names, before, after),
    })),
  );
}

function factsOf(
  operation: Operation,
  names: Names,
  before: State,
  after: State,
): { before: Facts; after: Facts } {
  switch (operation.does) {
    case "topics":
      return {
        before: { topics: showState(before, names, "vi") },
        after: { topics: showState(after, names, "vi") },
      };
    case "languages":
      return {
        before: { languages: showState(before, names, "vi") },
        after: { languages: showState(after, names, "vi") },
      };
    case "unit":
      return { before: { unit: before.unit }, after: { unit: after.unit } };
    case "move":
      return {
        before: { unit: before.unit },
        after: {
          unit: after.unit,
          movedOn: operation.on,
          appointments: (before.seats ?? []).map(seatName),
          decision: names.decision,
        },
      };
    case "end":
      return {
        before: {},
        after: {
          appointments: endedSeats(before, after).map(seatName),
          releasedOn: operation.on,
          reason: operation.reason,
          endDecision: names.decision,
        },
      };
    case "attach":
      return { before: {}, after: { decision: names.decision } };
  }
}

/** Those that the release ends: the others read the same before and after. */
function endedSeats(before: State, after: State): Seat[] {
  return (after.seats ?? []).filter((seat, at) => seat.reason && !before.seats?.[at]?.reason);
}

function seatName({ role, unit }: Seat): string {
  return `${rosterWords.vi.roles[role]}, ${unit}`;
}
