/** Pairs in the database as officers see them: only those of which both halves lie in reach. */
import type { Actor } from "~/platform/actor";
import { auditMany } from "~/platform/audit.server";
import { ask, type Db, db, transaction } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { showPartialDay } from "~/roster/speaker";
import { underSql, withinSql } from "~/units/index.server";
import { type PairQuery, pairsPerPage } from "./pair-query";
import { type Sign, sureFrom } from "./score";

const { sql } = Prisma;
const countLimit = 10_000;

export interface PairPerson {
  id: string;
  name: string;
  birth: string | null;
  unit: string;
}

export interface ListedPair {
  id: string;
  score: number;
  signs: Sign[];
  one: PairPerson;
  other: PairPerson;
}

export async function listPairs(actor: Actor, query: PairQuery) {
  const where = whereOf(actor, query);
  const way = query.sort.startsWith("-") ? sql`DESC` : sql`ASC`;
  const byName = query.sort.endsWith("name");
  // `different_at` is null in all of them; named so that the index of the list gives the order.
  const order = byName
    ? sql`one.sort_key ${way}, p.id`
    : query.sort === "-score"
      ? sql`p.different_at, p.score DESC, p.id`
      : sql`p.score, p.id`;
  const stretch = sql`ORDER BY ${order} LIMIT ${pairsPerPage} OFFSET ${(query.page - 1) * pairsPerPage}`;
  const page = byName
    ? sql`SELECT p.* FROM speaker_pair p JOIN speaker one ON one.id = p.one_id WHERE ${where} ${stretch}`
    : sql`SELECT p.* FROM speaker_pair p WHERE ${where} ${stretch}`;
  const [counted] = await ask<{ total: number; sure: number; pairs: PairRow[] }>(sql`
    SELECT counted.*, (SELECT coalesce(json_agg(pair), '[]') FROM (
      SELECT json_build_object('id', p.id, 'score', p.score, 'signs', p.signs,
        'one', ${personSql("one")}, 'other', ${personSql("other")}) AS pair
      FROM (${page}) AS p JOIN speaker one ON one.id = p.one_id JOIN speaker other ON other.id = p.other_id
      JOIN unit one_unit ON one_unit.id = one.unit_id JOIN unit other_unit ON other_unit.id = other.unit_id
      ORDER BY ${order}) AS listed) AS pairs
    FROM (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE score >= ${sureFrom})::int AS sure
      FROM (SELECT score FROM speaker_pair p WHERE ${whereOf(actor, { ...query, band: null })} LIMIT ${countLimit + 1}) AS known
    ) AS counted`);
  const { total, sure, pairs } = counted ?? { total: 0, sure: 0, pairs: [] };
  const shown = query.band === "sure" ? sure : query.band === "likely" ? total - sure : total;
  return {
    pairs: pairs.map(pairOf),
    count: { total: Math.min(shown, countLimit), more: total > countLimit },
    bands: { sure, likely: total - sure },
  };
}

/** Remembers that these pairs are two people each; answers how many were in reach. */
export function partPairs(actor: Actor, ids: string[]): Promise<number> {
  return marking(actor, ids, "speaker_pair.parted", { differentBy: actor.name, differentAt: new Date() });
}

export function rejoinPairs(actor: Actor, ids: string[]): Promise<number> {
  return marking(actor, ids, "speaker_pair.rejoined", { differentBy: null, differentAt: null });
}

function marking(
  actor: Actor,
  ids: string[],
  action: string,
  data: { differentBy: string | null; differentAt: Date | null },
): Promise<number> {
  return transaction(undefined, async (tx: Db) => {
    const pairs = await tx.$queryRaw<
      { id: string; oneId: string; name: string; other: string; unitId: string }[]
    >`SELECT p.id::text, one.id::text AS "oneId", one.full_name AS name, other.full_name AS other, one.unit_id::text AS "unitId"
      FROM speaker_pair p JOIN speaker one ON one.id = p.one_id JOIN speaker other ON other.id = p.other_id
      WHERE p.id = ANY (${ids}::uuid[]) AND (p.different_at IS NULL) = ${data.differentAt !== null}
        AND ${reachSql(actor)} ORDER BY p.id FOR UPDATE OF p`;
    await tx.speakerPair.updateMany({ where: { id: { in: pairs.map(({ id }) => id) } }, data });
    await auditMany(
      tx,
      actor,
      action,
      pairs.map(({ oneId, name, other, unitId }) => ({
        ...{ kind: "speaker", id: oneId, title: name, unitId },
        after: { pairOther: other },
      })),
    );
    return pairs.length;
  });
}

function whereOf(actor: Actor, { unit, band, sign }: PairQuery): Prisma.Sql {
  return Prisma.join(
    [
      sql`p.different_at IS NULL`,
      reachSql(actor),
      ...(unit
        ? [sql`(${underSql([unit], sql`p.one_unit_id`)} OR ${underSql([unit], sql`p.other_unit_id`)})`]
        : []),
      ...(band === "sure" ? [sql`p.score >= ${sureFrom}`] : []),
      ...(band === "likely" ? [sql`p.score < ${sureFrom}`] : []),
      ...(sign ? [sql`p.signs @> ARRAY[${sign}]`] : []),
    ],
    " AND ",
  );
}

function reachSql(actor: Actor): Prisma.Sql {
  return sql`${withinSql(actor, sql`p.one_unit_id`)} AND ${withinSql(actor, sql`p.other_unit_id`)}`;
}

interface RawPerson {
  id: string;
  name: string;
  year: number | null;
  month: number | null;
  day: number | null;
  unit: string;
}

type PairRow = Omit<ListedPair, "one" | "other"> & { one: RawPerson; other: RawPerson };

function personSql(of: "one" | "other"): Prisma.Sql {
  const s = Prisma.raw(of);
  const u = Prisma.raw(`${of}_unit`);
  return sql`json_build_object('id', ${s}.id, 'name', ${s}.full_name, 'year', ${s}.birth_year, 'month', ${s}.birth_month,
    'day', ${s}.birth_day, 'unit', ${u}.name)`;
}

function pairOf({ one, other, ...pair }: PairRow): ListedPair {
  return { ...pair, one: personOf(one), other: personOf(other) };
}

function personOf({ id, name, year, month, day, unit }: RawPerson): PairPerson {
  return { id, name, unit, birth: year ? showPartialDay({ year, month, day }) : null };
}

/** The pair of these two, if it waits to be decided; the caller has made sure that both are in reach. */
export async function findPairId([a, b]: [string, string]): Promise<string | null> {
  const [oneId, otherId] = a < b ? [a, b] : [b, a];
  const pair = await db.speakerPair.findFirst({
    where: { oneId, otherId, differentAt: null },
    select: { id: true },
  });
  return pair?.id ?? null;
}
