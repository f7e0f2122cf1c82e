/** The trail in the database, read within reach and newest first; one query feeds page, count and export. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { addDays, type Day } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { fold, tidy } from "~/platform/text";
import { type AuditLine, inPlainWords, type ReadableLine, type TrailBook } from "./audit-line";
import { type AuditQuery, pageSize } from "./audit-query";
import { words } from "./audit-words";
import { holds } from "./permissions";

/** Counting stops there; among the lines of some people sooner, because no index holds them by unit and period too. */
const countLimit = 10_000;
const countLimitOfPeople = 1_000;
/** Up to so many units or people, each one's newest lines are fetched by its own index and merged. */
const fewEnough = 300;
/** The lines of so few units or people are merged at once; of more, a page is first looked for among the newest lines of all. */
const veryFew = 20;
const recently = 20_000;

const columns = Prisma.sql`
  line.id::text, to_char(line.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  line.actor_name AS "actorName", line.action, line.subject_kind AS "subjectKind",
  line.subject_id AS "subjectId", line.title, unit.name AS "unitName",
  coalesce(line.before, '{}') AS before, coalesce(line.after, '{}') AS after, line.address`;

/** One page, whether there are older lines, and how many there are in all. */
export async function readAuditPage(actor: Actor, query: AuditQuery) {
  const narrowed = await narrow(actor, query);
  const [page, count] = await Promise.all([pageOf(narrowed, query), countLines(narrowed)]);
  return { ...page, count };
}

/** One page, and whether there are older lines. */
export async function listAuditLines(actor: Actor, query: AuditQuery) {
  return pageOf(await narrow(actor, query), query);
}

async function pageOf(narrowed: Narrowed, { before }: AuditQuery) {
  const lines = await select(narrowed, before, pageSize + 1);
  return { lines: lines.slice(0, pageSize), hasOlder: lines.length > pageSize };
}

async function countLines({ conditions, bounds, ofPeople }: Narrowed) {
  const limit = ofPeople ? countLimitOfPeople : countLimit;
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM audit_line line WHERE ${all([...conditions, ...bounds])} LIMIT ${limit + 1}) AS counted`;
  return { total: Math.min(count, limit), more: count > limit };
}

/** Every line of the query. That somebody takes the trail along is itself a line, for those who see everything. */
export async function exportAuditLines(actor: Actor, query: AuditQuery): Promise<AsyncGenerator<AuditLine>> {
  const { q, action, kind, from, to } = query;
  await audit(db, actor, "trail.exported", {
    ...{ kind: "trail", id: "trail", title: words.vi.title },
    after: { q: q || null, action, kind, from, to },
  });
  return eachAuditLine(actor, query);
}

/** A thousand at a time. */
async function* eachAuditLine(actor: Actor, query: AuditQuery): AsyncGenerator<AuditLine> {
  const narrowed = await narrow(actor, query);
  let before: string | undefined;
  for (;;) {
    const lines = await select(narrowed, before, 1000);
    yield* lines;
    before = lines.at(-1)?.id;
    if (lines.length < 1000) return;
  }
}

/**
 * The newest lines about one record, for its history tab; null for who may not read the trail.
 * The caller has made sure that the actor may see the record.
 */
export async function listHistory(
  actor: Actor,
  kind: string,
  id: string,
  books: TrailBook[],
): Promise<ReadableLine[] | null> {
  const reader = await asTrailReader(actor);
  if (!reader) return null;
  const { lines } = await listAuditLines(reader, { q: "", kind, subject: id });
  return lines.map((line) => inPlainWords(line, books, actor.language));
}

/** The actor with the reach of "audit.view"; null without it. */
async function asTrailReader(actor: Actor): Promise<Actor | null> {
  const units = actor.grants.flatMap(({ role, unitId }) => (holds(role, "audit.view") ? [unitId] : []));
  if (units.length === 0) return null;
  // A grant on one root says nothing about another tree.
  const rootsElsewhere = await db.unit.count({ where: { parentId: null, id: { notIn: units } } });
  return { ...actor, reach: rootsElsewhere === 0 ? "everywhere" : units };
}

interface Narrowed {
  conditions: Prisma.Sql[];
  /** The same, for lines that come in their order. */
  filters: Prisma.Sql[];
  /** Between two ids: the planner would walk the primary key anew for each of the few, unless it may not sort by it. */
  bounds: Prisma.Sql[];
  /** A few values of one column that leads an index with the id, and what else holds. */
  few: { column: Prisma.Sql; values: Prisma.Sql; others: Prisma.Sql[] } | null;
  /** Of one record, or of very few units: an index finds them. */
  hasFewLines: boolean;
  ofPeople: boolean;
}

async function narrow(actor: Actor, query: AuditQuery): Promise<Narrowed> {
  const [units, people, { moments, bounds }] = await Promise.all([
    unitsOf(actor, query),
    peopleOf(query),
    period(query),
  ]);
  // What an index is asked for, and what is asked of lines that come otherwise: hashed once, not compared one by one.
  const byUnit = units && Prisma.sql`line.unit_id = ANY (${units}::uuid[])`;
  const byPerson = people && Prisma.sql`line.actor_id = ANY (${people})`;
  const ofUnits = units && Prisma.sql`(line.unit_id IN (SELECT unnest(${units}::uuid[]))) IS TRUE`;
  const ofPeople = people && Prisma.sql`(line.actor_id IN (SELECT unnest(${people}::text[]))) IS TRUE`;
  const others = present([
    query.action && Prisma.sql`line.action = ${query.action}`,
    query.kind && Prisma.sql`line.subject_kind = ${query.kind}`,
    query.subject && Prisma.sql`line.subject_id = ${query.subject}`,
    ...moments,
  ]);
  const narrowed = {
    conditions: present([byUnit ?? byPerson, byUnit && ofPeople, ...others]),
    filters: present([ofUnits, ofPeople, ...others]),
    bounds,
    few: null,
    hasFewLines: query.subject !== undefined || (units?.length ?? fewEnough) <= veryFew,
    ofPeople: people !== null,
  };
  if (query.subject) return narrowed;
  if (units && units.length <= fewEnough) {
    const values = Prisma.sql`unnest(${units}::uuid[])`;
    return {
      ...narrowed,
      few: { column: Prisma.sql`line.unit_id`, values, others: present([ofPeople, ...others]) },
    };
  }
  if (people && people.length <= fewEnough) {
    const values = Prisma.sql`unnest(${people}::text[])`;
    return {
      ...narrowed,
      few: { column: Prisma.sql`line.actor_id`, values, others: present([ofUnits, ...others]) },
    };
  }
  return narrowed;
}

function present(conditions: unknown[]): Prisma.Sql[] {
  return conditions.filter((condition) => condition instanceof Prisma.Sql);
}

/** The units whose lines may be read and were asked for; null: every line, those of no unit too. */
async function unitsOf(actor: Actor, query: AuditQuery): Promise<string[] | null> {
  if (actor.reach === "everywhere" && !query.unit) return null;
  const under = (ids: string[]) =>
    Prisma.sql`SELECT unit_id FROM unit_scope WHERE ancestor_id = ANY (${ids}::uuid[])`;
  const asked = present([
    actor.reach !== "everywhere" && under(actor.reach),
    query.unit && under([query.unit]),
  ]);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT unit_id::text AS id FROM (${Prisma.join(asked, " INTERSECT ")}) AS units`;
  return rows.map(({ id }) => id);
}

/** Whose names hold every word of the text, the system too; null: anybody. */
async function peopleOf({ q }: AuditQuery): Promise<string[] | null> {
  const words = fold(tidy(q)).split(" ").filter(Boolean);
  if (words.length === 0) return null;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "user" WHERE search_name LIKE ALL (${patterns})
    UNION ALL SELECT 'system' WHERE 'he thong system' LIKE ALL (${patterns})`;
  return rows.map(({ id }) => id);
}

/**
 * A line's moment is the start of its transaction, its id the order of writing: with a day of slack the ids bound the
 * period, so that the indexes that end in the id serve it, and the moments themselves decide. The empty interval keeps
 * the planner off the index on moments: under it each unit's few lines were looked for in the whole period.
 */
async function period({ from, to }: AuditQuery) {
  const [first, last] = await Promise.all([
    from ? newestBefore(momentOf(addDays(from, -1))) : null,
    to ? oldestSince(momentOf(addDays(to, 2))) : null,
  ]);
  const moment = Prisma.sql`(line.at + interval '0')`;
  return {
    moments: [
      from && Prisma.sql`${moment} >= ${momentOf(from)}`,
      to && Prisma.sql`${moment} < ${momentOf(addDays(to, 1))}`,
    ],
    bounds: present([
      first !== null && Prisma.sql`line.id > ${first}`,
      last !== null && Prisma.sql`line.id < ${last}`,
    ]),
  };
}

async function newestBefore(at: Date): Promise<bigint | null> {
  const line = await db.auditLine.findFirst({
    where: { at: { lt: at } },
    orderBy: { at: "desc" },
    select: { id: true },
  });
  return line?.id ?? null;
}

async function oldestSince(at: Date): Promise<bigint | null> {
  const line = await db.auditLine.findFirst({
    where: { at: { gte: at } },
    orderBy: { at: "asc" },
    select: { id: true },
  });
  return line?.id ?? null;
}

/** Midnight in Viet Nam. */
function momentOf(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

function select(narrowed: Narrowed, before: string | undefined, limit: number): Promise<AuditLine[]> {
  const bounds = [...narrowed.bounds, ...(before ? [Prisma.sql`line.id < ${BigInt(before)}`] : [])];
  // Ids first, which an index alone tells; whole lines of those that stay.
  return db.$queryRaw<AuditLine[]>`
    ${recent(narrowed, bounds, limit)}
    SELECT ${columns} FROM (
      SELECT id FROM recent WHERE (SELECT count(*) FROM recent) = ${limit}
      UNION ALL SELECT id FROM (${everywhere(narrowed, bounds, limit)}) AS old WHERE (SELECT count(*) FROM recent) < ${limit}
    ) AS found JOIN audit_line line USING (id) LEFT JOIN unit ON unit.id = line.unit_id ORDER BY line.id DESC`;
}

/** Of the newest lines those that match, unless an index leads to them anyway. */
function recent({ filters, hasFewLines }: Narrowed, bounds: Prisma.Sql[], limit: number): Prisma.Sql {
  const newest = hasFewLines ? 0 : recently;
  return Prisma.sql`WITH recent AS MATERIALIZED (
    SELECT line.id FROM (
      SELECT * FROM audit_line line WHERE ${all(bounds)} ORDER BY line.id DESC LIMIT ${newest}
    ) AS line WHERE ${all(filters)} ORDER BY line.id DESC LIMIT ${limit})`;
}

function everywhere(narrowed: Narrowed, bounds: Prisma.Sql[], limit: number): Prisma.Sql {
  const { conditions, few } = narrowed;
  if (!few) {
    const where = all([...conditions, ...bounds]);
    return Prisma.sql`SELECT line.id FROM audit_line line WHERE ${where} ORDER BY line.id DESC LIMIT ${limit}`;
  }
  // Of hundreds of units only those can have one of the newest lines whose own newest is among as many of the newest.
  const newestOfEach = Prisma.sql`SELECT line.id FROM audit_line line
    WHERE ${few.column} = each.value AND ${all([...few.others, ...bounds])}
    ORDER BY ${narrowed.bounds.length > 0 ? Prisma.sql`line.id + 0` : Prisma.sql`line.id`} DESC`;
  return Prisma.sql`
    WITH heads AS MATERIALIZED (
      SELECT each.value, newest.id FROM (SELECT DISTINCT ${few.values} AS value) AS each
      CROSS JOIN LATERAL (${newestOfEach} LIMIT 1) AS newest ORDER BY newest.id DESC LIMIT ${limit})
    SELECT newest.id FROM heads AS each CROSS JOIN LATERAL (${newestOfEach} LIMIT ${limit}) AS newest
    ORDER BY newest.id DESC LIMIT ${limit}`;
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}
