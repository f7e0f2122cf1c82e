/** The trail in the database, read within reach and newest first; one query feeds page, count and export. */
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { ask, db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { type AuditLine, inPlainWords, type ReadableLine, type TrailBook } from "./audit-line";
import { type AuditQuery, pageSize } from "./audit-query";
import { countOf, foundIn, type Search, searchFor } from "./audit-search.server";
import { words } from "./audit-words";
import { holds } from "./permissions";

const columns = Prisma.sql`
  line.id::text, to_char(line.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  line.actor_name AS "actorName", line.action, line.subject_kind AS "subjectKind",
  line.subject_id AS "subjectId", line.title, unit.name AS "unitName",
  coalesce(line.before, '{}') AS before, coalesce(line.after, '{}') AS after, line.address`;

/** Ids first, which an index alone tells; whole lines of those that stay. */
const linesFound = Prisma.sql`found JOIN audit_line line USING (id) LEFT JOIN unit ON unit.id = line.unit_id`;

/** One page, whether there are older lines, and how many there are in all. */
export async function readAuditPage(actor: Actor, query: AuditQuery) {
  const search = searchFor(actor, query);
  // One statement; where the page is empty one row without a line tells the count.
  const rows = await ask<{ count: number } & (AuditLine | { id: null })>(Prisma.sql`
    WITH ${foundIn(search, query.before, pageSize + 1)}
    SELECT counted.count, lines.* FROM (${countOf(search)}) AS counted
    LEFT JOIN (SELECT line.id AS place, ${columns} FROM ${linesFound}) AS lines ON true ORDER BY lines.place DESC`);
  const count = rows[0]?.count ?? 0;
  const { countLimit } = search;
  return {
    ...pageOf(rows.filter((row) => row.id !== null)),
    count: { total: Math.min(count, countLimit), more: count > countLimit },
  };
}

/** One page, and whether there are older lines. */
export async function listAuditLines(actor: Actor, query: AuditQuery) {
  return pageOf(await select(searchFor(actor, query), query.before, pageSize + 1));
}

function pageOf(lines: AuditLine[]) {
  return { lines: lines.slice(0, pageSize), hasOlder: lines.length > pageSize };
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
  const search = searchFor(actor, query);
  let before: string | undefined;
  for (;;) {
    const lines = await select(search, before, 1000);
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

function select(search: Search, before: string | undefined, limit: number): Promise<AuditLine[]> {
  return ask<AuditLine>(Prisma.sql`
    WITH ${foundIn(search, before, limit)} SELECT ${columns} FROM ${linesFound} ORDER BY line.id DESC`);
}
