/** A question to the trail as SQL: which lines match within reach, looked for where an index finds the newest of them soonest. */
import type { Actor } from "~/platform/actor";
import { addDays, type Day } from "~/platform/clock";
import { Prisma } from "~/platform/prisma/client";
import { fold, tidy } from "~/platform/text";
import type { AuditQuery } from "./audit-query";

const { sql, join, raw } = Prisma;

/** Counting stops there; among the lines of some people sooner, because no index holds them by unit and period too. */
const countLimit = 10_000;
const countLimitOfPeople = 1_000;
/** Up to so many units or people, each one's newest lines are fetched by its own index and merged. */
const fewEnough = raw("300");
/** The lines of so few units or people are merged at once; of more, a page is first looked for among the newest lines of all. */
const veryFew = raw("20");
const fewPeople = raw("50");
const recently = raw("20000");
/** What filters ask of a line. */
const filtered = raw("id, at, actor_id, action, subject_kind, subject_id, unit_id");

export interface Search {
  /** `units` and `people`, where the lines of some are asked for. */
  sets: Prisma.Sql[];
  /** For lines that an index is asked for. */
  conditions: Prisma.Sql[];
  /** The same, for lines that come in their order. */
  filters: Prisma.Sql[];
  /** Between two ids. */
  bounds: Bound[];
  /** Sets that may turn out to be few; each is a column that leads an index with the id, and what else holds. */
  few: { set: Prisma.Sql; column: Prisma.Sql; others: Prisma.Sql[] }[];
  /** Of one record, of very few units, or of few people: an index finds them. */
  hasFewLines: Prisma.Sql;
  /** Counting stops behind it. */
  countLimit: number;
}

interface Bound {
  /** ">" or "<". */
  way: Prisma.Sql;
  id: Prisma.Sql;
}

export function searchFor(actor: Actor, query: AuditQuery): Search {
  const [units, people] = [unitsOf(actor, query), peopleOf(query)];
  // What an index is asked for, and what is asked of lines that come otherwise: hashed once, not compared one by one.
  const byUnit = units && sql`line.unit_id = ANY (ARRAY(SELECT id FROM units))`;
  const byPerson = people && sql`line.actor_id = ANY (ARRAY(SELECT id FROM people))`;
  const ofUnits = units && sql`(line.unit_id IN (SELECT id FROM units)) IS TRUE`;
  const ofPeople = people && sql`(line.actor_id IN (SELECT id FROM people)) IS TRUE`;
  const { moments, bounds } = period(query);
  const others = present([
    query.action && sql`line.action = ${query.action}`,
    query.kind && sql`line.subject_kind = ${query.kind}`,
    query.subject && sql`line.subject_id = ${query.subject}`,
    ...moments,
  ]);
  const merged = [
    ...(units
      ? [{ set: sql`units`, column: sql`line.unit_id`, others: present([ofPeople, ...others]) }]
      : []),
    ...(people
      ? [{ set: sql`people`, column: sql`line.actor_id`, others: present([ofUnits, ...others]) }]
      : []),
  ];
  return {
    sets: present([
      units && sql`units AS MATERIALIZED (${units})`,
      people && sql`people AS MATERIALIZED (${people})`,
    ]),
    conditions: present([byUnit ?? byPerson, byUnit && ofPeople, ...others]),
    filters: present([ofUnits, ofPeople, ...others]),
    bounds,
    few: query.subject ? [] : merged,
    hasFewLines: query.subject ? sql`true` : areFew(units, others.length === 0 ? people : null),
    countLimit: people ? countLimitOfPeople : countLimit,
  };
}

/** `people`: where their lines of whatever kind are asked for. Those of a few seldom fill a page from the newest of all. */
function areFew(units: Prisma.Sql | null, people: Prisma.Sql | null): Prisma.Sql {
  if (units) return sql`(SELECT count(*) FROM units) <= ${veryFew}`;
  return people ? sql`(SELECT count(*) FROM people) <= ${fewPeople}` : sql`false`;
}

/** As the first of a WITH clause: the sets, and `found`, the ids of the newest lines older than `before`. */
export function foundIn(search: Search, before: string | undefined, limit: number): Prisma.Sql {
  const bounds = [...search.bounds, ...(before ? [{ way: sql`<`, id: sql`${BigInt(before)}` }] : [])];
  const most = raw(String(limit));
  // Of the newest lines those that match, unless an index leads to them anyway; else everywhere.
  return join([
    ...search.sets,
    sql`recent AS MATERIALIZED (
      SELECT line.id FROM (
        SELECT ${filtered} FROM audit_line line WHERE ${all(within(bounds))} ORDER BY line.id DESC LIMIT ${recently}
      ) AS line WHERE ${all([sql`NOT ${search.hasFewLines}`, ...search.filters])} ORDER BY line.id DESC LIMIT ${most})`,
    sql`found AS MATERIALIZED (
      SELECT id FROM recent WHERE (SELECT count(*) FROM recent) = ${most}
      UNION ALL SELECT id FROM (${everywhere(search, bounds, most)}) AS old WHERE (SELECT count(*) FROM recent) < ${most})`,
  ]);
}

/** How many lines match, up to one more than the limit. */
export function countOf({ conditions, bounds, countLimit }: Search): Prisma.Sql {
  return sql`SELECT count(*)::int AS count FROM (
    SELECT FROM audit_line line WHERE ${all([...conditions, ...within(bounds)])} LIMIT ${raw(String(countLimit + 1))}) AS counted`;
}

function within(bounds: Bound[]): Prisma.Sql[] {
  return bounds.map(({ way, id }) => sql`line.id ${way} ${id}`);
}

/**
 * The same of one unit or person, whose index holds the ids: asked of the id alone, the planner walks the primary key
 * through the whole period for each of them.
 */
function withinEach(bounds: Bound[], column: Prisma.Sql): Prisma.Sql[] {
  return bounds.map(({ way, id }) => sql`(${column}, line.id) ${way} (each.value, ${id})`);
}

/** One of these ways is gone: by the first set that is few, or else by the order of all lines. */
function everywhere(search: Search, bounds: Bound[], most: Prisma.Sql): Prisma.Sql {
  const isFew = ({ set }: Search["few"][number]) => sql`(SELECT count(*) FROM ${set}) <= ${fewEnough}`;
  const order = search.bounds.length > 0 ? sql`line.id + 0` : sql`line.id`;
  const ways = search.few.map((few, at) => {
    const when = [isFew(few), ...search.few.slice(0, at).map((other) => sql`NOT ${isFew(other)}`)];
    // Of hundreds of units only those can have one of the newest lines whose own newest is among as many of the newest.
    const newestOfEach = sql`SELECT line.id FROM audit_line line
      WHERE ${few.column} = each.value AND ${all([...few.others, ...withinEach(bounds, few.column)])} ORDER BY ${order} DESC`;
    return sql`(
      WITH heads AS MATERIALIZED (
        SELECT each.value, newest.id FROM (SELECT id AS value FROM ${few.set} WHERE ${all(when)}) AS each
        CROSS JOIN LATERAL (${newestOfEach} LIMIT 1) AS newest ORDER BY newest.id DESC LIMIT ${most})
      SELECT newest.id FROM heads AS each CROSS JOIN LATERAL (${newestOfEach} LIMIT ${most}) AS newest
      ORDER BY newest.id DESC LIMIT ${most})`;
  });
  const where = all([
    ...search.few.map((few) => sql`NOT ${isFew(few)}`),
    ...search.conditions,
    ...within(bounds),
  ]);
  const inOrder = sql`(SELECT line.id FROM audit_line line WHERE ${where} ORDER BY line.id DESC LIMIT ${most})`;
  return ways.length === 0
    ? inOrder
    : sql`SELECT id FROM (${join([...ways, inOrder], " UNION ALL ")}) AS either ORDER BY id DESC LIMIT ${most}`;
}

/** The units whose lines may be read and were asked for; null: every line, those of no unit too. */
function unitsOf(actor: Actor, query: AuditQuery): Prisma.Sql | null {
  if (actor.reach === "everywhere" && !query.unit) return null;
  const under = (ids: string[]) =>
    sql`SELECT unit_id FROM unit_scope WHERE ancestor_id = ANY (${ids}::uuid[])`;
  const asked = present([
    actor.reach !== "everywhere" && under(actor.reach),
    query.unit && under([query.unit]),
  ]);
  return sql`SELECT DISTINCT unit_id AS id FROM (${join(asked, " INTERSECT ")}) AS scope`;
}

/** Whose names hold every word of the text, the system too; null: anybody. */
function peopleOf({ q }: AuditQuery): Prisma.Sql | null {
  const words = fold(tidy(q)).split(" ").filter(Boolean);
  if (words.length === 0) return null;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  // One by one: a list of patterns is not asked of the index of names. It holds three letters at a time, and of shorter
  // words it would be gone through whole.
  const holds = words.map((word, at) =>
    [...word].length < 3 ? sql`strpos(search_name, ${word}) > 0` : sql`search_name LIKE ${patterns[at]}`,
  );
  return sql`SELECT id::text FROM "user" WHERE ${all(holds)}
    UNION ALL SELECT 'system' WHERE 'he thong system' LIKE ALL (${patterns})`;
}

/**
 * A line's moment is the start of its transaction, its id the order of writing: with a day of slack the ids bound the
 * period, so that the indexes that end in the id serve it, and the moments themselves decide. The empty interval keeps
 * the planner off the index on moments: under it each unit's few lines were looked for in the whole period.
 */
function period({ from, to }: AuditQuery) {
  const moment = sql`(line.at + interval '0')`;
  return {
    moments: [
      from && sql`${moment} >= ${momentOf(from)}`,
      to && sql`${moment} < ${momentOf(addDays(to, 1))}`,
    ],
    bounds: [
      from && {
        way: sql`>`,
        id: sql`coalesce((${nextTo(sql`at < ${momentOf(addDays(from, -1))}`, sql`DESC`)}), 0)`,
      },
      to && {
        way: sql`<`,
        id: sql`coalesce((${nextTo(sql`at >= ${momentOf(addDays(to, 2))}`, sql`ASC`)}), 9223372036854775807)`,
      },
    ].filter((bound): bound is Bound => Boolean(bound)),
  };
}

function nextTo(which: Prisma.Sql, way: Prisma.Sql): Prisma.Sql {
  return sql`SELECT id FROM audit_line WHERE ${which} ORDER BY at ${way} LIMIT 1`;
}

/** Midnight in Viet Nam. */
function momentOf(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

function present(conditions: unknown[]): Prisma.Sql[] {
  return conditions.filter((condition) => condition instanceof Prisma.Sql);
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? join(conditions, " AND ") : sql`true`;
}
