/** The people whom a decision names: whose appointment begins by it, and whose ends. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { Level, Network, ReleaseReason, Role } from "~/roster/appointment";
import { withinSql } from "~/units/index.server";
import { peoplePageSize } from "./decision-query";

const { sql } = Prisma;

export interface NamedPerson {
  appointmentId: string;
  speakerId: string;
  fullName: string;
  birthYear: number | null;
  gender: "female" | "male" | null;
  position: string | null;
  workplace: string | null;
  education: string | null;
  politicalTheory: string | null;
  keeperName: string;
  part: "begins" | "ends";
  role: Role;
  network: Network;
  level: Level;
  unitName: string;
  startsOn: string;
  endsOn: string | null;
  reason: ReleaseReason | null;
}

/** Those whose record the actor may see, by unit and name; of one part if named. */
export async function listNamed(
  actor: Actor,
  decisionId: string,
  {
    page = 1,
    pageSize = peoplePageSize,
    order = "name",
  }: { page?: number; pageSize?: number; order?: "name" | "unit" } = {},
): Promise<NamedPerson[]> {
  const by = order === "unit" ? sql`part, unit_key, unit_id, sort_key` : sql`part, sort_key`;
  const people = await db.$queryRaw<NamedPerson[]>`
    SELECT "appointmentId", "speakerId", "fullName", "birthYear", gender, "position", workplace, education,
      "politicalTheory", "keeperName", part, role, network, level, "unitName", "startsOn", "endsOn", reason
    FROM (${partSql(actor, decisionId, "begins")} UNION ALL ${partSql(actor, decisionId, "ends")}) AS named
    ORDER BY ${by}, "appointmentId" LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  return people.map((person) => ({ ...person, reason: reasonFor(actor, person.reason) }));
}

export async function countNamed(
  actor: Actor,
  decisionId: string,
): Promise<{ begins: number; ends: number }> {
  const [counts] = await db.$queryRaw<{ begins: number; ends: number }[]>`
    SELECT (SELECT count(*)::int FROM appointment a WHERE a.decision_id = ${decisionId}::uuid AND ${reached(actor)}) AS begins,
      (SELECT count(*)::int FROM appointment a WHERE a.end_decision_id = ${decisionId}::uuid AND ${reached(actor)}) AS ends`;
  return counts ?? { begins: 0, ends: 0 };
}

function partSql(actor: Actor, decisionId: string, part: "begins" | "ends"): Prisma.Sql {
  const column = part === "begins" ? sql`a.decision_id` : sql`a.end_decision_id`;
  return sql`SELECT a.id::text AS "appointmentId", s.id::text AS "speakerId", s.full_name AS "fullName",
      s.birth_year AS "birthYear", s.gender, s.position, s.workplace, s.education,
      s.political_theory AS "politicalTheory", keeper.name AS "keeperName", ${part} AS part, a.role, a.network, a.level,
      unit.name AS "unitName", a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
      ${part === "ends" ? sql`a.end_reason` : sql`NULL`} AS reason,
      keeper.sort_key AS unit_key, keeper.id AS unit_id, s.sort_key
    FROM appointment a JOIN speaker s ON s.id = a.speaker_id JOIN unit keeper ON keeper.id = s.unit_id
    JOIN unit ON unit.id = a.unit_id
    WHERE ${column} = ${decisionId}::uuid AND ${reached(actor)}`;
}

function reached(actor: Actor): Prisma.Sql {
  return withinSql(actor, sql`a.keeper_id`);
}

/** Discipline is for those who keep the roster. */
function reasonFor(actor: Actor, reason: ReleaseReason | null): ReleaseReason | null {
  return reason === "discipline" && !may(actor, "roster.edit") ? "other" : reason;
}
