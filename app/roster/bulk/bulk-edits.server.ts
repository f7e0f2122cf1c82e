/** Bulk edits in the database: begun with the people chosen, read again by whoever began them. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { Refusal } from "~/platform/refusal";
import { withinSql } from "~/units/index.server";
import { type BulkQuery, peoplePerPage } from "./bulk-query";
import { membersOf, pickedOf } from "./members.server";
import { type Choice, mostPeople, type Operation, operationSchema, undoDays } from "./operation";
import type { Reason, State, Verdict } from "./outcome";
import { words } from "./words";

const { sql, join } = Prisma;

const newsSchema = z.array(
  z.object({ what: z.enum(["joined", "left", "different"]), count: z.number(), names: z.array(z.string()) }),
);
/** What had changed when the work was to be done, with some of the names. */
export type News = z.output<typeof newsSchema>;

export interface BulkEdit {
  id: string;
  search: string | null;
  asked: number;
  operation: Operation | null;
  state: "draft" | "working" | "done";
  news: News;
  jobRunId: string | null;
  changeSetId: string | null;
}

/** Refusals: nobody in reach, too many. What was left lying goes, and what is too old to be taken back. */
export function startBulk(actor: Actor, { ids, search = "" }: Choice): Promise<string> {
  return transaction(undefined, async (tx) => {
    await tx.$executeRaw`
      DELETE FROM bulk_edit WHERE state = 'draft' AND created_at < now() - interval '1 day'
        OR created_at < now() - make_interval(days => ${undoDays}::int)`;
    const members = ids ? pickedOf(actor, ids) : membersOf(actor, search);
    const [found] = await tx.$queryRaw<[{ count: number }]>`
      SELECT count(*)::int AS count FROM (SELECT FROM (${members}) AS members LIMIT ${mostPeople + 1}) AS counted`;
    if (found.count === 0) throw new Refusal(words.errors.nobody);
    if (found.count > mostPeople) throw new Refusal(words.errors.tooMany);
    const { id } = await tx.bulkEdit.create({
      data: {
        actorId: actor.userId,
        search: ids ? null : search,
        asked: ids ? new Set(ids).size : found.count,
      },
    });
    await addPeople(tx, id, members);
    return id;
  });
}

/** Those who are not in it yet, after those who are, in the order of names; their ids. */
export async function addPeople(tx: Db, bulkId: string, members: Prisma.Sql): Promise<string[]> {
  const added = await tx.$queryRaw<[{ ids: string }]>`
    WITH added AS (
      INSERT INTO bulk_person (bulk_id, speaker_id, place)
      SELECT ${bulkId}::uuid, s.id, coalesce((SELECT max(place) FROM bulk_person WHERE bulk_id = ${bulkId}::uuid), 0)
        + row_number() OVER (ORDER BY s.sort_key, s.id)
      FROM speaker s WHERE s.id IN ((${members}) EXCEPT SELECT speaker_id FROM bulk_person WHERE bulk_id = ${bulkId}::uuid)
      RETURNING speaker_id
    ) SELECT coalesce(string_agg(speaker_id::text, ','), '') AS ids FROM added`;
  return added[0].ids === "" ? [] : added[0].ids.split(",");
}

/** Null: there is none that this person began. */
export async function findBulk(actor: Actor, id: string, tx: Db = db): Promise<BulkEdit | null> {
  const found = await tx.bulkEdit.findFirst({ where: { id, actorId: actor.userId } });
  if (!found) return null;
  // Of work that failed or was cancelled nothing was kept: it may be done again.
  const isFree =
    found.state === "working" &&
    (await tx.jobRun.count({ where: { id: found.jobRunId ?? "", state: { in: ["failed", "cancelled"] } } })) >
      0;
  return {
    ...found,
    operation: found.operation === null ? null : operationSchema.parse(found.operation),
    state: isFree ? "draft" : (found.state as BulkEdit["state"]),
    news: found.news === null ? [] : newsSchema.parse(found.news),
  };
}

/** The same, and nobody else changes it meanwhile. */
export async function lockBulk(tx: Db, actor: Actor, id: string): Promise<BulkEdit | null> {
  await tx.$executeRaw`SELECT FROM bulk_edit WHERE id = ${id}::uuid FOR UPDATE`;
  return findBulk(actor, id, tx);
}

export interface BulkCounts {
  changes: number;
  same: number;
  cannot: number;
  total: number;
}

export async function countBulk(bulkId: string, tx: Db = db): Promise<BulkCounts> {
  const [counts] = await tx.$queryRaw<[BulkCounts]>`
    SELECT count(*) FILTER (WHERE verdict = 'changes')::int AS changes, count(*) FILTER (WHERE verdict = 'same')::int AS same,
      count(*) FILTER (WHERE verdict = 'cannot')::int AS cannot, count(*)::int AS total
    FROM bulk_person WHERE bulk_id = ${bulkId}::uuid`;
  return counts;
}

export interface BulkLine {
  id: string;
  /** Null: gone, or not in the actor's units any more. */
  name: string | null;
  unit: string | null;
  verdict: Verdict;
  reason: Reason | null;
  before: State | null;
  after: State | null;
}

/** One page of the people, with what becomes of them. */
export function listBulkPeople(actor: Actor, bulkId: string, { show, page }: BulkQuery): Promise<BulkLine[]> {
  const where = join(
    [sql`p.bulk_id = ${bulkId}::uuid`, ...(show ? [sql`p.verdict = ${show}`] : [sql`p.verdict IS NOT NULL`])],
    " AND ",
  );
  return db.$queryRaw<BulkLine[]>`
    SELECT page.speaker_id::text AS id, s.full_name AS name, u.name AS unit, page.verdict, page.reason, page.before, page.after
    FROM (SELECT * FROM bulk_person p WHERE ${where} ORDER BY p.place
      LIMIT ${peoplePerPage} OFFSET ${(page - 1) * peoplePerPage}) AS page
    LEFT JOIN speaker s ON s.id = page.speaker_id AND ${withinSql(actor, sql`s.unit_id`)}
    LEFT JOIN unit u ON u.id = s.unit_id ORDER BY page.place`;
}
