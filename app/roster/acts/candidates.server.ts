/** Finding the people of an act: picked, of a unit, pasted as names, or those whose term ends. */
import type { Actor } from "~/platform/actor";
import { type Day, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { underSql, withinSql } from "~/units/index.server";
import { mostLines } from "./act";
import { type AskedPeople, type Candidate, readNames, type Unclear } from "./candidates";

const { sql, join, empty } = Prisma;

export interface FoundPeople {
  candidates: Candidate[];
  unclear: Unclear[];
}

/** Within the actor's units, in the order of names; of pasted names also what fits nobody or several. */
export async function findCandidates(actor: Actor, asked: AskedPeople): Promise<FoundPeople> {
  const { speakerIds, unitId, names, standingOn = null } = asked;
  const pasted = readNames(names);
  const found =
    pasted.length > 0
      ? await findByNames(
          actor,
          pasted.map(({ name }) => name),
        )
      : [];
  const byName = Map.groupBy(found, ({ searchName }) => searchName);
  const clear: string[] = [];
  const unclear: { text: string; ids: string[] }[] = [];
  for (const { text, name, year } of pasted) {
    const all = byName.get(name) ?? [];
    const fitting = all.length > 1 && year ? all.filter(({ birthYear }) => birthYear === year) : all;
    const [only, ...others] = fitting;
    if (only && others.length === 0) clear.push(only.id);
    else unclear.push({ text, ids: all.map(({ id }) => id) });
  }
  const wanted = [...speakerIds, ...clear];
  const candidates =
    wanted.length > 0 || unitId
      ? await readCandidates(actor, { ids: wanted, unitId: unitId ?? null, standingOn: standingOn ?? null })
      : [];
  const doubtful = unclear.flatMap(({ ids }) => ids);
  const choices = doubtful.length
    ? await readCandidates(actor, { ids: doubtful, unitId: null, standingOn: standingOn ?? null })
    : [];
  return {
    candidates,
    unclear: unclear.map(({ text, ids }) => ({
      text,
      candidates: choices.filter(({ speakerId }) => ids.includes(speakerId)),
    })),
  };
}

function findByNames(actor: Actor, names: string[]) {
  return db.$queryRaw<{ id: string; searchName: string; birthYear: number | null }[]>`
    SELECT id::text, search_name AS "searchName", birth_year AS "birthYear" FROM speaker
    WHERE search_name = ANY (${[...new Set(names)]}) AND ${withinSql(actor, sql`speaker.unit_id`)}`;
}

interface Wanted {
  ids: string[];
  unitId: string | null;
  standingOn: Day | null;
}

/** Without `standingOn` a candidate each; with it one for every appointment that stands on that day, or one without any. */
function readCandidates(actor: Actor, { ids, unitId, standingOn }: Wanted): Promise<Candidate[]> {
  const who = [
    ...(ids.length > 0 ? [sql`s.id = ANY (${ids}::uuid[])`] : []),
    ...(unitId ? [underSql([unitId], sql`s.unit_id`)] : []),
  ];
  const standing = standingOn
    ? sql`a.starts_on <= ${standingOn}::date AND (a.ends_on IS NULL OR a.ends_on >= ${standingOn}::date)
        AND a.end_reason IS NULL AND ${withinSql(actor, sql`a.unit_id`)}`
    : sql`false`;
  return readWith(actor, sql`(${join(who, " OR ")})`, standing, empty);
}

/** The people of a term, all or those whose time ends by a day; or of a unit, whose appointments name no term. Those renewed already are left out. */
export function listRenewable(
  actor: Actor,
  from: { termId: string; by?: Day } | { unitId: string; by: Day },
): Promise<Candidate[]> {
  const soon = sql`a.ends_on BETWEEN ${today()}::date AND ${from.by}::date`;
  const source =
    "termId" in from
      ? sql`a.term_id = ${from.termId}::uuid ${from.by ? sql`AND ${soon}` : empty}`
      : sql`a.term_id IS NULL AND a.unit_id = ${from.unitId}::uuid AND ${soon}`;
  const which = sql`${source} AND a.end_reason IS NULL AND NOT a.renewed
    AND ${withinSql(actor, sql`a.unit_id`)}`;
  return readWith(actor, sql`true`, which, sql`AND a.id IS NOT NULL`);
}

/** The holders of these appointments, each with theirs: those whom a review ends. */
export async function listHolders(actor: Actor, appointmentIds: string[]): Promise<Candidate[]> {
  if (appointmentIds.length === 0) return [];
  const which = sql`a.id = ANY (${appointmentIds}::uuid[]) AND ${withinSql(actor, sql`a.unit_id`)}`;
  return readWith(actor, sql`true`, which, sql`AND a.id IS NOT NULL`);
}

function readWith(actor: Actor, who: Prisma.Sql, which: Prisma.Sql, only: Prisma.Sql): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    SELECT s.id::text AS "speakerId", s.full_name AS "fullName", s.birth_year AS "birthYear", s.position,
      s.unit_id::text AS "unitId", keeper.name AS "unitName",
      CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'role', a.role, 'network', a.network,
        'level', a.level, 'unitName', unit.name, 'startsOn', a.starts_on, 'endsOn', a.ends_on) END AS appointment
    FROM speaker s JOIN unit keeper ON keeper.id = s.unit_id
    LEFT JOIN appointment a ON a.speaker_id = s.id AND ${which}
    LEFT JOIN unit ON unit.id = a.unit_id
    WHERE ${who} ${only} AND ${withinSql(actor, sql`s.unit_id`)}
    ORDER BY s.sort_key, s.id, a.starts_on LIMIT ${mostLines}`;
}
