/** Names of records that were merged into others: people are found by them, too. */
import type { Actor } from "~/platform/actor";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { searchTerms } from "~/roster/roster-query";
import { withinSql } from "~/units/index.server";

const { sql, join } = Prisma;
const mostShown = 5;

export interface FormerName {
  speakerId: string;
  fullName: string;
  alias: string;
}

/** People in reach of whom a former record is called so, and who are not called so themselves. */
export async function listFormerNames(actor: Actor, q: string): Promise<FormerName[]> {
  const question = formerNamesSql(actor, q);
  return question ? ask<FormerName>(question) : [];
}

/** Null where there is nothing to look for. */
export function formerNamesSql(actor: Actor, q: string): Prisma.Sql | null {
  const { words } = searchTerms(q);
  if (words.length === 0) return null;
  const called = (name: Prisma.Sql) =>
    join(
      words.map((word) => sql`(' ' || ${name}) LIKE ${`% ${word.replace(/[\\%_]/g, "\\$&")}%`}`),
      " AND ",
    );
  return sql`
    SELECT DISTINCT ON (alias.full_name, s.id) s.id::text AS "speakerId", s.full_name AS "fullName", alias.full_name AS alias
    FROM speaker_alias alias JOIN speaker s ON s.id = alias.speaker_id
    WHERE ${called(sql`lower(immutable_unaccent(alias.full_name))`)} AND NOT (${called(sql`s.search_name`)})
      AND ${withinSql(actor, sql`s.unit_id`)} ORDER BY alias.full_name, s.id LIMIT ${mostShown}`;
}
