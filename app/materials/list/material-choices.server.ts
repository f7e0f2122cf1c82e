/** Materials by a few letters of title, number or issuer: for pickers and for the search of everything. */
import { keptAnywaySql, keptSql, visibleSql } from "~/materials/audience/sight.server";
import type { Actor } from "~/platform/actor";
import { showDay } from "~/platform/clock";
import { ask } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import { namedSql } from "./material-list.server";
import { wordsOf } from "./material-query";

const { sql, join } = Prisma;
const m = sql`m`;

interface Found {
  id: string;
  title: string;
  number: string | null;
  issuedOn: string | null;
  isKept: boolean;
}

/** The first twenty that the actor's units keep, the newest first, without one of them. */
export async function listMaterialChoices(actor: Actor, q: string, except: string | null = null) {
  const found = await findNamed(actor, q, 20, [
    sql`m.trashed_at IS NULL`,
    keptSql(actor, m),
    ...(except ? [sql`m.id <> ${except}::uuid`] : []),
  ]);
  return found.map(({ id, title, number, issuedOn }) => ({
    ...{ id, name: title },
    path: [number, issuedOn && showDay(issuedOn)].filter(Boolean).join(" · ") || undefined,
  }));
}

/** What the person may see, as reader or keeper, by its title: where it opens for them. */
export async function searchMaterials(actor: Actor, q: string, limit = 6) {
  const found = await findNamed(actor, q, limit, [visibleSql(actor, m)]);
  return found.map(({ id, title, number, isKept }) => ({
    ...{ id, name: title, path: number ?? undefined },
    to: isKept ? `/materials/${id}` : `/library/${id}`,
  }));
}

function findNamed(actor: Actor, q: string, limit: number, conditions: Prisma.Sql[]): Promise<Found[]> {
  return ask<Found>(sql`
    SELECT m.id::text, m.title, m.number, m.issued_on::text AS "issuedOn", ${keptAnywaySql(actor, m)} AS "isKept"
    FROM material m WHERE ${join([...conditions, ...wordsOf(q).map(namedSql)], " AND ")}
    ORDER BY m.id DESC LIMIT ${limit}`);
}
