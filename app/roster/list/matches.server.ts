/** Who is in a list of the roster: what it asks for, as conditions on people or on their appointments. */
import type { Actor } from "~/platform/actor";
import { addDays, type Day } from "~/platform/clock";
import { Prisma } from "~/platform/prisma/client";
import { endingWithin } from "~/roster/appointment";
import { skillConditions, skillHolders } from "~/roster/record/skill-conditions.server";
import { type RosterQuery, searchTerms } from "~/roster/roster-query";
import { amongSql, amongUnitsSql, underSql, withinSql } from "~/units/index.server";
import { beginsAWord, beginsAWordHere, exactness } from "./name-conditions.server";
import { type NameSearch, namesWith } from "./name-words.server";

const { sql, join } = Prisma;

/**
 * Two ways to the same people. By their appointments, when the question is about those alone: they carry the
 * person's name order, keeping unit and area, so that one index answers. Else by the people, each asked for an appointment.
 */
export interface Matches {
  byAppointment: boolean;
  /** Among whom is looked: everybody, the people of one area (an index of its own for each order), or those of some units. */
  among: "everybody" | "area" | "units";
  /** Conditions on `a` alone, or on `s` alone. */
  where: Prisma.Sql;
  /** The same for a walk in order, where `u` is the unit that it goes by. */
  inOrder: Prisma.Sql;
  /** Where all people of some units are asked for: the same for a walk through everybody in order. */
  throughEverybody: Prisma.Sql | null;
  /** Where a name is all that is asked, of everybody or of an area: the same people, read from the words of names. */
  byName: NameSearch | null;
  /** Where one skill is all that is asked, of everybody: a select of its holders' ids. */
  bySkill: Prisma.Sql | null;
  exact: Prisma.Sql | null;
  /** Nothing but the reach is asked: the same plan is good for every value. */
  isPlain: boolean;
  /** One role in an area: an index holds each person's appointments of it side by side, without the order of names. */
  ofRole: boolean;
  /** By appointments of which most people have one: a page in the order of names is soon full. */
  areCommon: boolean;
}

/** `area`: where exactly its people are in question (`areaOf` of the actor and the unit asked for). */
export function matchesOf(actor: Actor, query: RosterQuery, area: string | null = null): Matches {
  const among = area ? "area" : actor.reach === "everywhere" && !query.unit ? "everybody" : "units";
  const { words } = searchTerms(query.q);
  const ofAppointment = endsAlone(query) ? [] : appointmentConditions(query);
  const ofPerson = personConditions(query, among, ofAppointment.length > 0);
  const byAppointment = ofAppointment.length > 0 && ofPerson.length === 0;
  const conditions = byAppointment ? ofAppointment : [...ofPerson, ...hasAppointment(ofAppointment, query)];
  const isPlain = conditions.length === 0;
  const all = (...scope: Prisma.Sql[]) => join([sql`true`, ...scope, ...conditions], " AND ");
  const areaOf = (row: Prisma.Sql) => all(sql`${row}.area_id = ${area}::uuid`);
  const where = area
    ? areaOf(byAppointment ? sql`a` : sql`s`)
    : all(...withinUnits(actor, query, byAppointment ? sql`a.keeper_id` : sql`s.unit_id`));
  const asksNameAlone = query.sort === "name" && ofPerson.length + ofAppointment.length === words.length;
  const byName = among !== "units" && asksNameAlone ? namesWith(words, area) : null;
  return {
    byAppointment,
    among,
    where,
    inOrder: area && query.sort === "unit" && !byAppointment ? areaOf(sql`u`) : where,
    throughEverybody:
      among === "units" && isPlain && query.sort !== "unit" ? all(...amongUnits(actor, query)) : null,
    byName,
    bySkill: among === "everybody" && conditions.length === 1 ? (skillHolders(query)[0] ?? null) : null,
    exact: exactness(query),
    isPlain,
    ofRole: among === "area" && byAppointment && query.role !== null,
    areCommon: among !== "units" && byAppointment && asksCommonOnly(query),
  };
}

function asksCommonOnly({ network, level, state, fix }: RosterQuery): boolean {
  return !network && !level && fix !== "decision" && (state === null || state === "active");
}

/**
 * OFFSET 0 keeps this a question to each person: as a join the planner reads all appointments for a few people.
 * Those that end soon are few themselves, and may be joined.
 */
function hasAppointment(conditions: Prisma.Sql[], { state }: RosterQuery): Prisma.Sql[] {
  if (conditions.length === 0) return [];
  if (state === "ending") {
    return [sql`s.id IN (SELECT a.speaker_id FROM appointment a WHERE ${join(conditions, " AND ")})`];
  }
  const where = join([sql`a.speaker_id = s.id`, ...conditions], " AND ");
  return [sql`EXISTS (SELECT FROM appointment a WHERE ${where} OFFSET 0)`];
}

/** The actor's units and the unit asked for. */
function withinUnits(actor: Actor, { unit }: RosterQuery, column: Prisma.Sql): Prisma.Sql[] {
  return [...(unit ? [underSql([unit], column)] : []), withinSql(actor, column)];
}

function amongUnits(actor: Actor, { unit }: RosterQuery): Prisma.Sql[] {
  return [...(unit ? [amongUnitsSql([unit], sql`s.unit_id`)] : []), amongSql(actor, sql`s.unit_id`)];
}

function appointmentConditions({ role, network, level, state, fix, day }: RosterQuery): Prisma.Sql[] {
  const covers = covering(day);
  return [
    ...(role ? [sql`a.role = ${role}`] : []),
    ...(network ? [sql`a.network = ${network}`] : []),
    ...(level ? [sql`a.level = ${level}`] : []),
    ...(fix === "decision" ? [sql`a.decision_id IS NULL`] : []),
    ...(state === "active" ? [covers] : []),
    // Of a person whose whole service ends soon, none lasts longer.
    ...(state === "ending"
      ? [sql`a.starts_on <= ${day}::date`, sql`a.ends_on BETWEEN ${day}::date AND ${soon(day)}::date`]
      : []),
    ...(state === "upcoming"
      ? [
          sql`a.starts_on > ${day}::date`,
          sql`NOT EXISTS (SELECT FROM appointment WHERE speaker_id = a.speaker_id AND ${covers})`,
        ]
      : []),
  ];
}

/** On columns of any appointment. */
function covering(day: Day): Prisma.Sql {
  return sql`starts_on <= ${day}::date AND (ends_on IS NULL OR ends_on >= ${day}::date)`;
}

/** Of people whose service ends soon, no particular appointment is asked for. */
function endsAlone({ state, role, network, level, fix }: RosterQuery): boolean {
  return state === "ending" && !role && !network && !level && fix !== "decision";
}

/** Nearly all whose last day is soon serve until then; to leave out those few whose service has yet to begin costs less than to ask each. */
function beginsLater(day: Day): Prisma.Sql {
  return sql`SELECT later.speaker_id FROM appointment later
    WHERE later.starts_on > ${day}::date AND later.ends_on <= ${soon(day)}::date
      AND NOT EXISTS (SELECT FROM appointment WHERE speaker_id = later.speaker_id AND ${covering(day)})`;
}

function soon(day: Day): Day {
  return addDays(day, endingWithin);
}

function personConditions(query: RosterQuery, among: Matches["among"], asksMore: boolean): Prisma.Sql[] {
  const { q, ids, state, fix, day } = query;
  const { phone, words } = searchTerms(q);
  return [
    ...(phone ? [sql`s.phone LIKE ${`${phone}%`}`] : []),
    ...words.map((word) =>
      among === "everybody" ? beginsAWord(sql`s.search_name`, word) : beginsAWordHere(word),
    ),
    ...(ids.length > 0 ? [sql`s.id = ANY (${ids}::uuid[])`] : []),
    ...(fix === "phone" ? [sql`s.phone IS NULL`] : []),
    ...(fix === "birth" ? [sql`s.birth_year IS NULL`] : []),
    ...(fix === "appointment" || state === "never" ? [sql`s.serves_until IS NULL`] : []),
    ...(state === "former" ? [sql`s.serves_until < ${day}::date`] : []),
    ...skillConditions(query, among !== "everybody" && asksMore),
    ...(state === "ending" ? [sql`s.serves_until BETWEEN ${day}::date AND ${soon(day)}::date`] : []),
    ...(endsAlone(query) ? [sql`s.id NOT IN (${beginsLater(day)})`] : []),
  ];
}
