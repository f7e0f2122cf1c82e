/** The list of decisions: those of the actor's units and those that name their people, with how many they name. */
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { type DecisionKind, numberKey } from "~/roster/decision";
import { underSql, withinSql } from "~/units/index.server";
import { type DecisionQuery, pageSize } from "./decision-query";

const { sql, join } = Prisma;

export interface ListedDecision {
  id: string;
  number: string;
  decidedOn: string;
  kind: DecisionKind;
  issuer: string | null;
  unitName: string;
  hasScan: boolean;
  /** People within the actor's reach whose appointment begins, or ends, by it. */
  begins: number;
  ends: number;
}

/** Counts are exact up to here, and then say "more than". */
const countLimit = 10_000;

export async function listDecisions(actor: Actor, query: DecisionQuery) {
  const where = conditionsOf(actor, query);
  // OFFSET 0: by the decision first; the planner would walk every unit in reach for each decision.
  const named = (column: Prisma.Sql) => sql`(SELECT count(DISTINCT a.speaker_id)::int FROM (
      SELECT speaker_id, keeper_id FROM appointment WHERE ${column} = d.id OFFSET 0
    ) AS a WHERE ${withinSql(actor, sql`a.keeper_id`)})`;
  const [decisions, [counted]] = await Promise.all([
    db.$queryRaw<ListedDecision[]>`
      SELECT d.id::text, d.number, d.decided_on::text AS "decidedOn", d.kind, d.issuer, unit.name AS "unitName",
        d.file_id IS NOT NULL AS "hasScan", ${named(sql`decision_id`)} AS begins, ${named(sql`end_decision_id`)} AS ends
      FROM decision d JOIN unit ON unit.id = d.unit_id
      WHERE ${where} ORDER BY ${orders[query.sort]}
      LIMIT ${pageSize} OFFSET ${(query.page - 1) * pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM (SELECT FROM decision d WHERE ${where} LIMIT ${countLimit + 1}) AS found`,
  ]);
  const total = counted?.total ?? 0;
  return { decisions, count: { total: Math.min(total, countLimit), more: total > countLimit } };
}

const orders = {
  "-date": sql`d.decided_on DESC, d.id DESC`,
  date: sql`d.decided_on, d.id`,
  // "9-QĐ/ĐU" before "45-QĐ/ĐU": by the number, then by its symbol.
  number: sql`nullif(substring(d.number_key FROM '\\d{1,9}'), '')::int, d.number_key, d.decided_on, d.id`,
  "-number": sql`nullif(substring(d.number_key FROM '\\d{1,9}'), '')::int DESC, d.number_key DESC, d.decided_on DESC, d.id DESC`,
};

function conditionsOf(actor: Actor, { q, kind, unit, year, scan }: DecisionQuery): Prisma.Sql {
  const key = numberKey(q).replace(/[\\%_]/g, "\\$&");
  return join(
    [
      knownSql(actor),
      ...(key ? [sql`d.number_key LIKE ${`%${key}%`}`] : []),
      ...(kind ? [sql`d.kind = ${kind}`] : []),
      ...(unit ? [underSql([unit], sql`d.unit_id`)] : []),
      ...(year
        ? [sql`d.decided_on BETWEEN make_date(${year}::int, 1, 1) AND make_date(${year}::int, 12, 31)`]
        : []),
      ...(scan ? [scan === "missing" ? sql`d.file_id IS NULL` : sql`d.file_id IS NOT NULL`] : []),
    ],
    " AND ",
  );
}

/** The same as `knownTo` of decisions.server.ts, for bare SQL. */
function knownSql(actor: Actor): Prisma.Sql {
  if (actor.reach === "everywhere") return sql`true`;
  const ours = withinSql(actor, sql`a.unit_id`);
  return sql`(${withinSql(actor, sql`d.unit_id`)}
    OR d.id IN (SELECT a.decision_id FROM appointment a WHERE ${ours} AND a.decision_id IS NOT NULL
      UNION SELECT a.end_decision_id FROM appointment a WHERE ${ours} AND a.end_decision_id IS NOT NULL))`;
}
