/** The list of decisions: those of the actor's units and those that name their people, with how many they name. */
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { type DecisionKind, numberKey } from "~/roster/decision";
import { amongSql, underSql, withinSql } from "~/units/index.server";
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
  const named = (column: Prisma.Sql) => sql`(SELECT count(DISTINCT a.speaker_id)::int FROM appointment a
    WHERE ${column} = d.id AND ${amongSql(actor, sql`a.keeper_id`)})`;
  const rows = await ask<ListedDecision & { total: number }>(sql`
    ${withKnown(actor)}
    SELECT total, d.* FROM (
      SELECT count(*)::int AS total FROM (SELECT FROM decision d WHERE ${where} LIMIT ${countLimit + 1}) AS found
    ) AS counted LEFT JOIN LATERAL (
      SELECT d.id::text, d.number, d.decided_on::text AS "decidedOn", d.kind, d.issuer, unit.name AS "unitName",
        d.file_id IS NOT NULL AS "hasScan", ${named(sql`a.decision_id`)} AS begins, ${named(sql`a.end_decision_id`)} AS ends
      FROM (
        SELECT d.*, row_number() OVER () AS place FROM (
          SELECT * FROM decision d WHERE ${where} ORDER BY ${orders[query.sort]}
          LIMIT ${pageSize} OFFSET ${(query.page - 1) * pageSize}) AS d
      ) AS d JOIN unit ON unit.id = d.unit_id ORDER BY d.place
    ) AS d ON true`);
  const total = rows[0]?.total ?? 0;
  return {
    decisions: rows.filter(({ id }) => id !== null).map(({ total: _, ...decision }) => decision),
    count: { total: Math.min(total, countLimit), more: total > countLimit },
  };
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
      actor.reach === "everywhere" ? sql`true` : sql`d.id IN (SELECT id FROM known)`,
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

/**
 * The same as `knownTo` of decisions.server.ts, for bare SQL, and read once for the page and its count. A unit's few
 * decisions stand together in the index: told apart by unit they need not be gathered from all appointments.
 */
function withKnown(actor: Actor): Prisma.Sql {
  if (actor.reach === "everywhere") return Prisma.empty;
  return sql`WITH known AS MATERIALIZED (
    SELECT d.id FROM decision d WHERE ${withinSql(actor, sql`d.unit_id`)}
    UNION SELECT unnest(ARRAY[decision_id, end_decision_id]) FROM (
      SELECT DISTINCT unit_id, decision_id, end_decision_id FROM appointment a WHERE ${withinSql(actor, sql`a.unit_id`)}) AS a)`;
}
