/** The roster as lists see it: one query object feeds the page, its count and the export. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { addDays, type Day } from "~/platform/clock";
import { db, pool } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { levels } from "~/units";
import { underSql, withinSql } from "~/units/index.server";
import { endingWithin, networks, roles } from "./appointment";
import { skillConditions } from "./record/skill-conditions.server";
import type { Person } from "./roster-columns";
import { pageSize, type RosterQuery, rosterQuery, searchTerms } from "./roster-query";
import { genders, politicalTheoryLevels } from "./speaker";

const { sql, join, empty } = Prisma;

/** Counts are exact up to here, and then say "more than". */
export const countLimit = 10_000;

export interface Count {
  total: number;
  /** There are more than `total`. */
  more: boolean;
}

/** One page of people in the order asked for, and how many there are. */
export async function listRoster(
  actor: Actor,
  query: RosterQuery,
): Promise<{ people: Person[]; count: Count }> {
  const page = { limit: pageSize, offset: (query.page - 1) * pageSize };
  const { count, ids } = await findIds(matchesOf(actor, query), query, { page });
  return { people: await findPeople(ids), count };
}

export async function countRoster(actor: Actor, query: RosterQuery = rosterQuery()): Promise<Count> {
  return countMatches(matchesOf(actor, query));
}

/** Everybody the query asks for, in its order, a batch at a time: for exports of any length. */
export async function listInFull(
  actor: Actor,
  query: RosterQuery,
  { batch = 250, gatherUpTo = countLimit } = {},
) {
  const { ids } = await findIds(matchesOf(actor, query), query, { gatherUpTo });
  return { count: ids.length, people: inBatches(ids, batch) };
}

async function* inBatches(ids: string[], batch: number): AsyncGenerator<Person> {
  for (let start = 0; start < ids.length; start += batch)
    yield* await findPeople(ids.slice(start, start + batch));
}

/** How many records wait for their decision, up to a thousand. */
export async function countToFix(actor: Actor): Promise<Count> {
  return countMatches(matchesOf(actor, rosterQuery({ fix: "decision" })), 1000);
}

/**
 * Two ways to the same people. By their appointments, when the question is about those alone: they carry the
 * person's name order and keeping unit, so that one index answers. Else by the people, each asked for an appointment.
 */
interface Matches {
  byAppointment: boolean;
  /** Conditions on `a` alone, or on `s` alone. */
  where: Prisma.Sql;
  exact: Prisma.Sql | null;
  /** Probably more than are gathered: counting alone takes a fifth of gathering them in vain. */
  isWide: boolean;
}

function matchesOf(actor: Actor, query: RosterQuery): Matches {
  const isNarrow = actor.reach !== "everywhere" || query.unit !== null;
  const ofPerson = personConditions(query, isNarrow);
  const ofAppointment = appointmentConditions(query);
  const byAppointment = ofAppointment.length > 0 && ofPerson.length === 0;
  const scope = scopeConditions(actor, query, byAppointment ? sql`a.keeper_id` : sql`s.unit_id`);
  const conditions = byAppointment ? ofAppointment : [...ofPerson, ...hasAppointment(ofAppointment, query)];
  return {
    byAppointment,
    where: join([sql`true`, ...scope, ...conditions], " AND "),
    exact: exactness(query),
    isWide: isNarrow ? conditions.length === 0 : query.q === "",
  };
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
function scopeConditions(actor: Actor, { unit }: RosterQuery, column: Prisma.Sql): Prisma.Sql[] {
  return [...(unit ? [underSql([unit], column)] : []), withinSql(actor, column)];
}

function appointmentConditions({ role, network, level, state, fix, day }: RosterQuery): Prisma.Sql[] {
  const covers = sql`starts_on <= ${day}::date AND (ends_on IS NULL OR ends_on >= ${day}::date)`;
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

function soon(day: Day): Day {
  return addDays(day, endingWithin);
}

function personConditions(query: RosterQuery, isNarrow: boolean): Prisma.Sql[] {
  const { q, ids, state, fix, day } = query;
  const { phone, words } = searchTerms(q);
  // Among the people of a few units it is quicker to read them all: the expression keeps the planner off the name index.
  const name = isNarrow ? sql`(s.search_name || '')` : sql`s.search_name`;
  return [
    ...(phone ? [sql`s.phone LIKE ${`${phone}%`}`] : []),
    ...words.map((word) => beginsAWord(name, word)),
    ...(ids.length > 0 ? [sql`s.id = ANY (${ids}::uuid[])`] : []),
    ...(fix === "phone" ? [sql`s.phone IS NULL`] : []),
    ...(fix === "birth" ? [sql`s.birth_year IS NULL`] : []),
    ...(fix === "appointment" || state === "never" ? [sql`s.serves_until IS NULL`] : []),
    ...(state === "former" ? [sql`s.serves_until < ${day}::date`] : []),
    ...skillConditions(query),
    ...(state === "ending" ? [sql`s.serves_until BETWEEN ${day}::date AND ${soon(day)}::date`] : []),
  ];
}

/** A word stands at the start, after a blank, or after the apostrophe of "H'Hen" and "K'Điệp". */
function beginsAWord(name: Prisma.Sql, word: string): Prisma.Sql {
  const escaped = word.replace(/[\\%_]/g, "\\$&");
  const patterns = ["", "% ", "%'"].map((before) => sql`${name} LIKE ${`${before}${escaped}%`}`);
  return sql`(${join(patterns, " OR ")})`;
}

/** With tone marks in the question those who have them exactly so come first. */
function exactness({ q }: RosterQuery): Prisma.Sql | null {
  const { exactWords } = searchTerms(q);
  if (exactWords.length === 0) return null;
  return join(
    exactWords.map((word) => beginsAWord(sql`lower(full_name)`, word)),
    " AND ",
  );
}

async function countMatches(matches: Matches, limit = countLimit): Promise<Count> {
  const { byAppointment, where } = matches;
  const found = byAppointment
    ? sql`SELECT DISTINCT a.sort_key, a.speaker_id FROM appointment a WHERE ${where} LIMIT ${limit + 1}`
    : sql`SELECT FROM speaker s WHERE ${where} LIMIT ${limit + 1}`;
  const [row] = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM (${found}) AS found`;
  const count = Number(row?.count ?? 0);
  return { total: Math.min(count, limit), more: count > limit };
}

/**
 * The ids in the order asked for, and how many there are. A few are gathered first and then counted and sorted; of very
 * many, the index of that order is walked instead: left alone, the planner walks it for rare names too, through
 * everybody (measured: 140 ms for 10). They come as one text: a row for each costs an export its memory.
 */
async function findIds(
  matches: Matches,
  query: RosterQuery,
  { page, gatherUpTo = countLimit }: { page?: { limit: number; offset: number }; gatherUpTo?: number },
): Promise<{ ids: string[]; count: Count }> {
  const stretch = page ? sql`LIMIT ${page.limit} OFFSET ${page.offset}` : empty;
  const count = matches.isWide ? await countMatches(matches, gatherUpTo) : null;
  if (count?.more) return { ids: await walk(matches, query, stretch), count };
  const few = await firstOf<{ count: number; ids: string }>(gathered(matches, query, stretch, gatherUpTo));
  const more = few.count > gatherUpTo;
  return {
    ids: more ? await walk(matches, query, stretch) : apart(few.ids),
    count: { total: Math.min(few.count, gatherUpTo), more },
  };
}

async function walk(matches: Matches, query: RosterQuery, stretch: Prisma.Sql): Promise<string[]> {
  return apart((await firstOf<{ ids: string }>(inOneText(walked(matches, query, stretch)))).ids);
}

function apart(ids: string): string[] {
  return ids === "" ? [] : ids.split(",");
}

async function firstOf<Row>(question: Prisma.Sql): Promise<Row> {
  const [row] = await db.$queryRaw<[Row]>(question);
  return row;
}

function inOneText(ids: Prisma.Sql): Prisma.Sql {
  return sql`SELECT array_to_string(ARRAY(${ids}), ',') AS ids`;
}

/** One search for both: once there are more than `most`, nothing is sorted. */
function gathered(matches: Matches, query: RosterQuery, stretch: Prisma.Sql, most: number): Prisma.Sql {
  const { byAppointment, where, exact } = matches;
  const posts = sql`SELECT DISTINCT a.speaker_id AS id, a.sort_key FROM appointment a WHERE ${where}`;
  const found = !byAppointment
    ? sql`SELECT ${facts(query, exact, sql`s`)} FROM speaker s WHERE ${where}`
    : query.sort === "name"
      ? posts
      : sql`SELECT ${facts(query, exact, sql`p`)} FROM (${posts}) AS post JOIN speaker p ON p.id = post.id`;
  const ids = sql`
    SELECT found.id FROM found ${query.sort === "unit" ? sql`JOIN unit u ON u.id = found.unit_id` : empty}
    WHERE (SELECT count(*) FROM found) <= ${most}
    ORDER BY ${exact ? sql`(${exact}) DESC, ` : empty} ${order(query, sql`found`)} ${stretch}`;
  return sql`
    WITH found AS MATERIALIZED (${found} LIMIT ${most + 1})
    SELECT (SELECT count(*)::int FROM found) AS count, list.ids FROM (${inOneText(ids)}) AS list`;
}

/** No more than the order needs: an index alone answers then. */
function facts({ sort }: RosterQuery, exact: Prisma.Sql | null, of: Prisma.Sql): Prisma.Sql {
  const columns = { name: empty, unit: sql`unit_id`, state: sql`serves_until`, updated: sql`updated_at` };
  const more = [...(sort === "name" ? [] : [columns[sort]]), ...(exact ? [sql`full_name`] : [])];
  return join([sql`id`, sql`sort_key`, ...more].map((column) => sql`${of}.${column}`));
}

function walked(matches: Matches, query: RosterQuery, stretch: Prisma.Sql): Prisma.Sql {
  const { byAppointment, where } = matches;
  if (!byAppointment) {
    return sql`SELECT s.id FROM ${query.sort === "unit" ? sql`unit u JOIN speaker s ON s.unit_id = u.id` : sql`speaker s`}
      WHERE ${where} ORDER BY ${order(query, sql`s`)} ${stretch}`;
  }
  if (query.sort === "name") {
    const way = query.isDownwards ? sql`DESC` : sql`ASC`;
    return sql`SELECT a.speaker_id AS id FROM appointment a WHERE ${where}
      GROUP BY a.sort_key, a.speaker_id ORDER BY a.sort_key ${way}, a.speaker_id ${way} ${stretch}`;
  }
  return sql`SELECT p.id FROM ${query.sort === "unit" ? sql`unit u JOIN speaker p ON p.unit_id = u.id` : sql`speaker p`}
    WHERE EXISTS (SELECT FROM appointment a WHERE a.speaker_id = p.id AND ${where})
    ORDER BY ${order(query, sql`p`)} ${stretch}`;
}

function order({ sort, isDownwards }: RosterQuery, of: Prisma.Sql): Prisma.Sql {
  const way = isDownwards ? sql`DESC` : sql`ASC`;
  const byName = sql`${of}.sort_key ${way}, ${of}.id ${way}`;
  if (sort === "unit") return sql`u.sort_key ${way}, u.id ${way}, ${byName}`;
  if (sort === "state") return sql`${of}.serves_until ${way}, ${byName}`;
  if (sort === "updated") return sql`${of}.updated_at ${way}, ${of}.id ${isDownwards ? sql`ASC` : sql`DESC`}`;
  return byName;
}

const rowSchema = z.object({
  id: z.string(),
  fullName: z.string(),
  birthYear: z.number().nullable(),
  birthMonth: z.number().nullable(),
  birthDay: z.number().nullable(),
  gender: z.enum(genders).nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  position: z.string().nullable(),
  workplace: z.string().nullable(),
  education: z.string().nullable(),
  politicalTheory: z.enum(politicalTheoryLevels).nullable(),
  unitName: z.string(),
  updatedAt: z.string(),
});
const appointmentRowSchema = z.object({
  role: z.enum(roles),
  network: z.enum(networks),
  level: z.enum(levels),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  decisionId: z.string().nullable(),
  endReason: z.string().nullable(),
});

/** The people of these ids, in their order, with their appointments. The ids have passed the scope already. */
async function findPeople(ids: string[]): Promise<Person[]> {
  const { text, values } = sql`
    SELECT s.id::text, s.full_name AS "fullName", s.birth_year AS "birthYear", s.birth_month AS "birthMonth",
      s.birth_day AS "birthDay", s.gender, s.phone, s.email, s.position, s.workplace, s.education,
      s.political_theory AS "politicalTheory", u.name AS "unitName",
      to_char(s.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "updatedAt",
      a.role, a.network, a.level, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn",
      a.decision_id::text AS "decisionId", a.end_reason AS "endReason"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS page (id, place)
    JOIN speaker s ON s.id = page.id
    JOIN unit u ON u.id = s.unit_id
    LEFT JOIN appointment a ON a.speaker_id = s.id
    ORDER BY page.place, a.starts_on, a.id`;
  // Past the client: mapping a thousand values costs it more than the database takes to find them.
  const { rows } = await pool.query<Record<string, unknown>>({ text, values });
  const people = new Map<string, Person>();
  for (const row of rows) {
    const id = row.id as string;
    const person = people.get(id) ?? { ...rowSchema.parse(row), appointments: [] };
    people.set(id, person);
    if (row.role !== null) person.appointments.push(appointmentRowSchema.parse(row));
  }
  return [...people.values()];
}
