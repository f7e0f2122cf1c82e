/** What an act would come to, person by person, and what speaks against it: the same for the preview and for the deed. */
import type { Actor } from "~/platform/actor";
import type { Db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { readSetting } from "~/platform/settings.server";
import { lastDistrictDay } from "~/roster/appointment-checks.server";
import { withinSql } from "~/units/index.server";
import type { Line, Wishes } from "./act";
import { checker, type Held, type Plan, type PlannedPerson, type PlannedUnit, wasOf } from "./act-check";
import { type Step, stepOf } from "./act-step";

export async function planAct(tx: Db, actor: Actor, wishes: Wishes): Promise<Plan> {
  const people = await readPeople(tx, actor, wishes.lines);
  const appointments = await readAppointments(tx, actor, [...people.keys()]);
  const held = new Map(appointments.map((one) => [one.id, one]));
  const steps = wishes.lines.map((line) =>
    stepOf(wishes, line, wasOf(line, held), people.get(line.speakerId)?.unitId ?? ""),
  );
  const units = await readUnits(tx, actor, steps);
  const lastDay = await readSetting(lastDistrictDay, tx);
  const check = checker({ actor, wishes, steps, people, held, units, lastDay });
  return {
    steps,
    people,
    held,
    units,
    outcomes: wishes.lines.map((line, at) => check(line, steps[at] as Step)),
  };
}

async function readPeople(tx: Db, actor: Actor, lines: Line[]) {
  const ids = lines.flatMap(({ speakerId, newcomerId }) => [speakerId, ...(newcomerId ? [newcomerId] : [])]);
  const people = await tx.$queryRaw<PlannedPerson[]>`
    SELECT id::text, full_name AS "fullName", unit_id::text AS "unitId" FROM speaker
    WHERE id = ANY (${[...new Set(ids)]}::uuid[]) AND ${withinSql(actor, Prisma.sql`speaker.unit_id`)}`;
  return new Map(people.map((person) => [person.id, person]));
}

function readAppointments(tx: Db, actor: Actor, speakerIds: string[]): Promise<Held[]> {
  return tx.$queryRaw<Held[]>`
    SELECT a.id::text, a.speaker_id::text AS "speakerId", a.unit_id::text AS "unitId", a.role, a.network, a.level,
      a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn", a.end_reason AS "endReason",
      a.term_id::text AS "termId", unit.name AS "unitName",
      coalesce(${withinSql(actor, Prisma.sql`a.unit_id`)}, false) AS "inReach"
    FROM appointment a JOIN unit ON unit.id = a.unit_id
    WHERE a.speaker_id = ANY (${speakerIds}::uuid[]) ORDER BY a.starts_on, a.id`;
}

async function readUnits(tx: Db, actor: Actor, steps: Step[]) {
  const ids = [...new Set(steps.flatMap(({ begins }) => (begins?.unitId ? [begins.unitId] : [])))];
  const units = await tx.$queryRaw<PlannedUnit[]>`
    SELECT id::text, name, closed_on::text AS "closedOn",
      coalesce(${withinSql(actor, Prisma.sql`unit.id`)}, false) AS "inReach"
    FROM unit WHERE id = ANY (${ids}::uuid[])`;
  return new Map(units.map((unit) => [unit.id, unit]));
}
